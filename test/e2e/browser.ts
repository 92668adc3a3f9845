import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launch } from './launch.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const STARTS_WITHIN = 30_000;

const args = ['--disable-quic', '--no-first-run'];
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

/** The server as `npm start` runs it; at port 0, on ports that are free. */
const serve = async (folder: string, port: string): Promise<{ server: ChildProcess; addresses: Addresses }> => {
  const server = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: port, DATA: folder },
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
  return { server, addresses };
};

export interface Stage extends Addresses {
  readonly browser: Browser;
  /** Ends the server, and starts it again where it was, with what it has kept. */
  readonly restart: (meanwhile: () => Promise<void>) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A server and a browser of one's own; whoever starts them ends them. */
export const setUp = async (): Promise<Stage> => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-e2e-'));
  let { server, addresses } = await serve(folder, '0');
  const endServer = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null && server.kill()) await ended;
  };
  const clear = async (): Promise<void> => {
    await endServer();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const browser = await launch({ args: [...args, ...silent], ignoreDefaultArgs: unlikeUsers });
    return {
      browser,
      ...addresses,
      restart: async (meanwhile) => {
        await endServer();
        await meanwhile();
        ({ server, addresses } = await serve(folder, new URL(addresses.page).port));
      },
      end: async () => {
        await browser.close();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
};
