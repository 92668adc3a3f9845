import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Name } from '../../support/stage.ts';
import { configFor } from './config.ts';

const STARTS_WITHIN = 30_000;
const cli = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));

export interface Program {
  /** Of its page, and of the service that the bot answers to. */
  readonly origin: string;
  readonly end: () => Promise<void>;
}

/** It says hardly anything on the terminal; why it did not come up stands in its log. */
const logIn = (folder: string): string => {
  const log = join(folder, 'devTools', 'm365agentsplayground.log');
  return existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : 'nothing: there is no log';
};

const portOf = (program: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => {
      reject(new Error('it does not say where it listens'));
    }, STARTS_WITHIN);
    let said = '';
    program.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, port] = /Listening on (\d+)\n/.exec(said) ?? [];
      if (port === undefined) return;
      clearTimeout(giveUp);
      resolve(port);
    });
    program.once('exit', (code) => {
      clearTimeout(giveUp);
      reject(new Error(`it ended with ${String(code)} before it listened`));
    });
  });

/** It listens first and reads its configuration then; one that it does not like is its end. */
const cameUp = async (program: ChildProcess): Promise<string> => {
  const origin = `http://localhost:${await portOf(program)}`;
  const answer = await fetch(`${origin}/_internal/v1/config`);
  if (!answer.ok) throw new Error(`it answers ${String(answer.status)} when it is asked for its configuration`);
  return origin;
};

/**
 * Agents Playground knows one person at a time, so everybody has one of their own. It has no switch to listen on this machine alone: for as
 * long as the test runs, its port is open to the network. It is told to send no telemetry and to open no browser.
 */
export const startFor = async (name: Name, endpoint: string): Promise<Program> => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-agents-playground-'));
  writeFileSync(join(folder, '.m365agentsplayground.yml'), JSON.stringify(configFor(name)));
  // Port 0 is any that is free.
  const args = [cli, 'start', '-e', endpoint, '-c', 'msteams', '-p', '0', '--disable-telemetry'];
  const program = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, APPLICATION_INSIGHTS_NO_STATSBEAT: '1', BROWSER: '/bin/true' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => program.once('close', resolve));
  // It would outlive a test that breaks down.
  const kill = (): void => void program.kill();
  process.once('exit', kill);
  const end = async (): Promise<void> => {
    kill();
    await ended;
    process.off('exit', kill);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { origin: await cameUp(program), end };
  } catch (error) {
    const log = logIn(folder);
    await end();
    throw new Error(`Agents Playground did not come up: ${String(error)}. Its log says: ${log}`, { cause: error });
  }
};
