import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const STARTS_WITHIN = 30_000;

/** Says where Chromium lies; `npm run e2e` looks for it. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const silent = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** What Playwright would switch off: people's browsers ignore a page that changes its address too often. */
const unlikeUsers = ['--disable-ipc-flooding-protection'];

interface Addresses {
  /** Of the playground, with a slash at the end. */
  readonly page: string;
  /** Of “Ask the rulebook”. */
  readonly address: string;
  /** Of the people outside, with a slash at the end. */
  readonly outside: string;
}

/** The server as `npm start` runs it, on ports that are free. */
const serve = async (): Promise<{ server: ChildProcess; addresses: Addresses }> => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-e2e-'));
  const server = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const addresses = await new Promise<Addresses>((resolve, reject) => {
    let said = '';
    const giveUp = setTimeout(() => {
      reject(new Error(`The server does not say where it listens. It said: ${said}`));
    }, STARTS_WITHIN);
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [page, outside] = said.match(/http:\/\/\S+(?=\s)/g) ?? [];
      if (page === undefined || outside === undefined) return;
      clearTimeout(giveUp);
      resolve({ page, address: `${page}ask`, outside });
    });
    server.once('exit', (code) => {
      clearTimeout(giveUp);
      reject(new Error(`The server ended with ${String(code)} before it listened. It said: ${said}`));
    });
  }).catch((error: unknown) => {
    server.kill();
    throw error;
  });
  server.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return { server, addresses };
};

export interface Stage extends Addresses {
  readonly browser: Browser;
  readonly end: () => Promise<void>;
}

/** A server and a browser of one's own; whoever starts them ends them. */
export const setUp = async (): Promise<Stage> => {
  const { server, addresses } = await serve();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const endServer = async (): Promise<void> => {
    server.kill();
    await ended;
  };
  try {
    const browser = await chromium.launch({ executablePath, args: [...args, ...silent], ignoreDefaultArgs: unlikeUsers });
    return {
      browser,
      ...addresses,
      end: async () => {
        await browser.close();
        await endServer();
      },
    };
  } catch (error) {
    await endServer();
    throw error;
  }
};
