import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { storeFile } from '../../src/store/store-file.ts';
import { createLettersPosted } from '../../src/letters/letters-posted.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { notice } from '../support/delivery-notice.ts';
import { mailServer } from '../support/mail-server.ts';
import { blocksIn, guides, proseOf, root, textOf } from '../support/pages.ts';
import { doing, inviting } from '../support/requests.ts';
import { handshake } from '../support/terminal.ts';
import type { Ran } from '../support/terminal.ts';
import { createWorld } from '../support/world.ts';

const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(textOf('package.json')));

const joined = (block: string): readonly string[] => block.replaceAll('\\\n', ' ').split('\n');

/** What a reader would type: in a console what follows the prompt, elsewhere every line. */
const documented = guides.flatMap((page) => [
  ...blocksIn(page, ['sh', 'bash', 'shell']).flatMap((block) =>
    joined(block)
      .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
      .filter((line) => line !== ''),
  ),
  ...blocksIn(page, ['console']).flatMap((block) =>
    joined(block).flatMap((line) => (line.startsWith('$ ') ? [line.slice(2).trim()] : [])),
  ),
]);

/** What a reader is told to put into `situation.json`. */
const [situation = ''] = blocksIn('docs/policy.md', ['json']);

const MESSAGE_ID = '<0123456789abcdef0123456789abcdef@nordlys.example>';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handshake-documented-'));
  writeFileSync(join(folder, 'situation.json'), situation);
  writeFileSync(join(folder, 'notice.eml'), notice({ messageId: MESSAGE_ID }));
  const store = await openLowdbStore(storeFile(folder));
  const id = await doing(createWorld({ store })).opened(inviting());
  await createLettersPosted(store).keep(MESSAGE_ID, { caseId: id, letter: 'invitation', isSent: true, doubts: 0 });
  await store.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** `npm run -s policy -- decide FILE`: the words that the program gets, by the script that is really there. */
const wordsOf = (command: string): string => {
  const [, name = '', rest = ''] = /^npm run (?:-s )?(\S+)(?: -- (.*))?$/.exec(command) ?? [];
  const [, before = ''] = /^node src\/cli\/handshake\.ts ?(.*)$/.exec(scripts[name] ?? '') ?? [];
  return `${before} ${rest}`.trim();
};

/** Files of the reader are those that were made for this. */
const here = (words: string): string =>
  words.replace(/\b(situation\.json|notice\.eml)\b/g, (name) => join(folder, name)).replace('--store ./data', `--store ${folder}`);

const typed = (command: string): Promise<Ran> => handshake(here(wordsOf(command)));

/** In the folder that is meant where none is named, is the store of whoever runs this. */
const inOurStore = (command: string): Promise<Ran> => typed(`${command} --store ./data`);

const PROVED = /^1 cases, 1 events: every record is as it was written/;

const withMailServer = async (command: string): Promise<Ran> => {
  const server = await mailServer();
  const before = { ...process.env };
  Object.assign(process.env, {
    MAIL: 'smtp',
    MAIL_FROM: 'letters@nordlys.example',
    MAIL_SERVER: `smtp://127.0.0.1:${server.port}`,
  });
  try {
    return await typed(command);
  } finally {
    process.env = before;
    await server.close();
  }
};

/** What is run here, and what it answers. */
const runs: Readonly<Record<string, readonly [run: (command: string) => Promise<Ran>, status: number, says: RegExp]>> = {
  'npm run -s policy -- decide --defaults src/playground/ask/usual.json situation.json': [typed, 30, /^No: /],
  'npm run -s handshake -- audit verify --store ./data': [typed, 0, PROVED],
  'npm run -s handshake -- audit verify': [inOurStore, 0, PROVED],
  'npm run -s handshake -- outbox dead': [inOurStore, 0, /^Nothing was given up\./],
  'npm run handshake -- mail test you@your-company.example': [withMailServer, 0, /^Taken by the mail server/],
  'npm run handshake -- mail bounce notice.eml': [inOurStore, 0, /has not arrived/],
};

/** What is not run here, and why. */
const notRun: Readonly<Record<string, string>> = {
  'npm test': 'it is what runs this',
  'npm start': 'takes several seconds; test/e2e/browser.ts begins every browser test with it',
  'npm run serve': 'wants a bot of yours in Teams; test/production/serve.slow.ts starts it with a stand-in',
  'npm run doctor -- --accounts accounts.json': 'wants accounts at Microsoft; test/cli/doctor.test.ts asks the made-up one',
  'npm run handshake -- sign-in --accounts accounts.json --cloud global':
    'wants a person with a browser; test/cli/accounts.test.ts signs in at the made-up one',
  'npm run handshake -- webhooks --accounts accounts.json':
    'wants accounts at Microsoft; test/cli/webhooks.test.ts asks the made-up one',
};

test('every command that a page tells to type is run here, or it is said why not', () => {
  expect([...new Set(documented)].toSorted()).toEqual([...Object.keys(runs), ...Object.keys(notRun)].toSorted());
});

test('what plays it instead is there', () => {
  const files = Object.values(notRun).flatMap((why) => why.match(/\btest\/\S+\.ts\b/g) ?? []);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

describe('typed as it stands there', () => {
  test.each(Object.entries(runs))('%s', async (command, [run, status, says]) => {
    const ran = await run(command);
    expect(ran.out + ran.err).toMatch(says);
    expect(ran.status).toBe(status);
  });

  const ours = Object.keys(notRun).filter((command) => wordsOf(command) !== '');
  test.each(ours)('%s is understood, and misses nothing but the accounts', async (command) => {
    const { out, err } = await handshake(wordsOf(command).replace('accounts.json', join(folder, 'none.json')));
    expect(out + err).toMatch(/none\.json(?::|\n).*it cannot be read \(ENOENT\)/s);
  });
});

const named = (pattern: RegExp): readonly string[] =>
  guides.flatMap((page) =>
    [...`${proseOf(page)}\n${blocksIn(page, ['sh', 'console']).join('\n')}`.matchAll(pattern)].map(([, name = '']) => name),
  );

test('every npm script that a page names is there', () => {
  const names = named(/npm run (?:-s )?([a-z][\w:-]*)/g);
  expect(names.filter((name) => !(name in scripts))).toEqual([]);
  expect(names).toContain('doctor');
});

test('every command of ours that a page names is there', async () => {
  const { out: usage } = await handshake('--help');
  const names = named(/(?:`handshake|npm run (?:-s )?handshake --) ([a-z][a-z-]+(?: [a-z]+)?)/g);
  const isThere = (name: string): boolean => {
    const [room = '', command] = name.split(' ');
    const [, ofRoom = ''] = usage.split(new RegExp(`^handshake ${room}\\b`, 'm'));
    return ofRoom !== '' && (command === undefined || new RegExp(`^  ${command} `, 'm').test(ofRoom));
  };
  expect(names.filter((name) => !isThere(name))).toEqual([]);
  expect(names).toContain('audit verify');
});
