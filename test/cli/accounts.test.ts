import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { run } from '../../src/cli/run.ts';
import { AccountFile } from '../../src/clouds/account-file.ts';
import { installed, signInFile } from '../support/installed.ts';
import { handshake } from '../support/terminal.ts';

describe('handshake doctor', () => {
  test('goes by the file it is given, and is content with warnings', async () => {
    const { path } = await installed();
    const { status, out, err } = await handshake(`doctor --accounts ${path}`);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^ {2}warning +Signers of the webhook/m);
    expect(out).toMatch(/\n\n\d+ ok · 1 warning · 0 faults$/);
  });

  test('goes by the settings, and answers with a fault and as data', async () => {
    const { path } = await installed();
    process.env.ACCOUNTS = path;
    process.env.SECRET_OF_global = 'another';
    const { status, out } = await handshake('doctor --json');
    const report = JSON.parse(out) as { accounts: { lines: { is: string; tried: string }[] }[] };
    expect(status).toBe(1);
    expect(report.accounts[0]?.lines.find(({ is }) => is === 'fault')?.tried).toBe('Application');
    expect(out).not.toContain('another');
  });

  test.each([
    ['no file is named', 'doctor', /^Expected the file with your accounts: --accounts FILE, or ACCOUNTS=FILE/],
    ['there is a word too many', 'doctor now', /^now: one word too many/],
  ])('cannot be understood when %s', async (_, words, message) => {
    const { status, err } = await handshake(words);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });

  test('cannot be understood when the settings make no sense', async () => {
    process.env.PORT = 'http';
    const { status, err } = await handshake('doctor');
    expect([status, err]).toEqual([2, expect.stringMatching(/^These settings cannot be used\.\nPORT: /)]);
  });
});

/** Opens the address that is shown, signs in there, and pastes what the browser comes to. */
const signingIn = async (path: string, form: Readonly<Record<string, string>>) => {
  const said: string[] = [];
  const browse = async (): Promise<string> => {
    const address = /^http\S+$/m.exec(said.join('\n'))?.[0] ?? '';
    const page = await fetch(address, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
    return page.headers.get('location') ?? '';
  };
  const say = (text: string): void => void said.push(text);
  const status = await run(['sign-in', '--accounts', path], {
    out: say,
    err: say,
    input: async function* () {
      yield `${await browse()}\n`;
    },
  });
  return { status, last: said.at(-1) };
};

describe('handshake sign-in', () => {
  const upn = 'admin.agent@nordlys.example';

  test('leads a person there and back, and keeps the sign-in: the doctor is content with it', async () => {
    const { path } = await installed();
    writeFileSync(signInFile(), '');
    expect((await handshake(`doctor --accounts ${path}`)).status).toBe(1);
    expect(await signingIn(path, { upn, mfa: 'yes' })).toEqual({ status: 0, last: 'The sign-in is kept.' });
    expect(JSON.parse(readFileSync(signInFile(), 'utf8'))).toMatchObject({ refreshToken: expect.any(String) });
    expect((await handshake(`doctor --accounts ${path}`)).status).toBe(0);
  });

  test('says that a second factor was missing', async () => {
    const { path, sandbox } = await installed();
    sandbox.rules.secondFactor = 'at-service';
    expect(await signingIn(path, { upn })).toEqual({ status: 1, last: expect.stringMatching(/^It was without a second factor/) });
  });

  test('says in words what the service says against it', async () => {
    const { path } = await installed();
    const { status, err } = await handshake(`sign-in --accounts ${path}`, 'no-such-code');
    expect([status, err]).toEqual([1, expect.stringMatching(/AADSTS70008/)]);
  });

  test.each([
    [
      'the answer to somebody else’s address',
      'http://localhost/?code=x&state=other',
      /^This address is not the answer to the one above/,
    ],
    ['a refusal', 'http://localhost/?error=access_denied&error_description=no%1b%5b2J', /^The sign-in ended with: no \[2J$/],
    ['nothing', '', /^There was no code in it\. Nothing was kept\.$/],
  ])('does not take %s', async (_, typed, message) => {
    const { path } = await installed();
    const { status, err } = await handshake(`sign-in --accounts ${path}`, typed);
    expect([status, err]).toEqual([2, expect.stringMatching(message)]);
    expect(readFileSync(signInFile(), 'utf8')).not.toContain('code');
  });

  test.each([
    ['a cloud without an account', '--cloud us_gov', /there is no account in the cloud us_gov\.$/],
    ['a cloud that is none', '--cloud mars', /^--cloud mars: expected one of/],
  ])('does not take %s', async (_, words, message) => {
    const { path } = await installed();
    const { status, err } = await handshake(`sign-in --accounts ${path} ${words}`);
    expect([status, err]).toEqual([2, expect.stringMatching(message)]);
  });

  test('asks for the secrets where the file says', async () => {
    const { path } = await installed();
    process.env.SECRET_OF_global = '';
    const { status, err } = await handshake(`sign-in --accounts ${path}`);
    expect([status, err]).toEqual([2, 'The variable SECRET_OF_global is not set.']);
  });
});

test('the example of an accounts file is one', () => {
  const example = new URL('../../accounts.example.json', import.meta.url);
  expect(AccountFile.safeParse(JSON.parse(readFileSync(example, 'utf8'))).error).toBeUndefined();
});
