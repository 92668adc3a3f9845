import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from '@jest/globals';
import { instant } from '../../src/cases/time.ts';
import { createTeams, listenTeams } from '../../src/playground/teams/teams.ts';
import { entryOf } from './doctor.ts';
import { bot, operatorFiles, tenant } from './operator-files.ts';
import { openSandbox } from './sandbox.ts';

const program = fileURLToPath(new URL('../../src/serve.ts', import.meta.url));

export const ola = '0b1ec700-0001-4b01-8b01-0000000000b1';

const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A made-up Microsoft, a Teams with Ola Nordmann in it, and the settings of a bot that is at home there. */
export const outside = async () => {
  const sandbox = await openSandbox();
  let endpoint: string | null = null;
  const issuer = 'https://api.chat.example';
  const teams = createTeams({
    ...{ tenant, bot, issuer },
    people: [{ id: ola, name: 'Ola Nordmann', locale: 'en-GB' }],
    now: () => instant(Date.now()),
    endpoint: () => endpoint,
    tell: () => undefined,
  });
  const { close } = await listenTeams(teams, 0);
  closing.push(close);
  const { login, metadata, serviceUrl } = teams.addresses();
  const account = entryOf(sandbox, 'global');
  const hosts = { ...account.hosts, bot: { login, metadata, issuer, services: [teams.place.base], proactive: serviceUrl } };
  const { folder, settings } = operatorFiles([{ ...account, webhook: null, hosts }]);
  return {
    teams,
    folder,
    settings: { ...settings, SECRET_OF_global: 'secret-of-nordlys.example', PORT: '0', HOST: '127.0.0.1' },
    /** Teams calls there from now on. */
    callAt: (url: string): void => {
      endpoint = url;
    },
  };
};

/** The bot as a process of its own, with these settings and no others. */
export const start = (settings: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, [program], {
    // It is started more often here than anywhere else.
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(tmpdir(), 'handshake-compiled'), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  const listeners = new Set<() => void>();
  child.stderr.on('data', (data: Buffer) => {
    said.err += data.toString();
  });
  child.stdout.on('data', (data: Buffer) => {
    said.out += data.toString();
    for (const listener of listeners) listener();
  });
  const ended = new Promise<number | string | null>((resolve) => {
    child.once('close', (status, signal) => {
      resolve(status ?? signal);
    });
  });
  closing.push(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  /** As soon as that stands in what it says; null: it has ended before. */
  const says = (wanted: RegExp): Promise<RegExpExecArray | null> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = wanted.exec(said.out);
        if (found !== null) resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then(() => {
        resolve(null);
      });
    });
  return {
    said,
    says,
    signal: (name: 'SIGTERM' | 'SIGINT') => child.kill(name),
    /** The exit status, or the signal by which it ended. */
    ended,
  };
};
