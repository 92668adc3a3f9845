import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rulebook } from '../src/policy/index.ts';
import { given } from './support/situations.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'handshake-package-'));

/** The Node that runs the tests comes first, as it would on a consumer's machine. */
const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}` };
const npm = (words: string, cwd: string) => {
  const { npm_execpath: script } = process.env;
  return script === undefined
    ? run('npm', words.split(' '), { cwd, env, shell: process.platform === 'win32' })
    : run(process.execPath, [script, ...words.split(' ')], { cwd, env });
};

describe('the package, as somebody else installs it', () => {
  beforeAll(async () => {
    // Packed from a copy: packing changes the manifest for a moment, and other tests run at the same time.
    const copy = join(home, 'copy');
    for (const name of [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.dist.json',
      'tsconfig.dist-types.json',
      'src',
      'scripts',
      'README.md',
      'LICENSE',
      'accounts.example.json',
    ]) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    await npm(`pack --loglevel=error --pack-destination ${home}`, copy);
    const tarball = readdirSync(home).find((name) => name.endsWith('.tgz'));
    writeFileSync(join(home, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
    await npm(`install ./${String(tarball)} --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error`, home);
  }, 180_000);

  afterAll(() => {
    rmSync(home, { recursive: true, force: true });
  });

  test('can be asked in a program, with types', async () => {
    const program = join(home, 'ask.mjs');
    writeFileSync(
      program,
      `import { decide, parseSituation, rulebook } from 'handshake/policy';
       const input = JSON.parse(process.argv[2]);
       console.log(rulebook.rules.length, decide(parseSituation(input)).verdict);`,
    );
    const input = given({ flow: 'gdap_groups', asOf: '2024-01-01', cloud: 'global', facts: { actor: { role: 'sales_agent' } } });
    const { stdout } = await run(process.execPath, [program, JSON.stringify(input)], { cwd: home });
    expect(stdout.trim()).toBe(`${rulebook.rules.length} deny`);
    expect(readdirSync(join(home, 'node_modules', 'handshake', 'dist', 'policy'))).toContain('index.d.ts');
  });

  test('can be asked on the command line', async () => {
    const { stdout } = await run(
      join(home, 'node_modules', '.bin', 'handshake'),
      ['policy', 'explain', 'R-NO-SELF-SALE', '--lang', 'de'],
      {
        cwd: home,
        env,
        shell: process.platform === 'win32',
      },
    );
    expect(stdout).toMatch(/^R-NO-SELF-SALE {2}\(resale\)\n/);
  });

  test('looks after accounts on the command line', async () => {
    const asked = run(join(home, 'node_modules', '.bin', 'handshake'), ['doctor', '--accounts', 'none.json'], {
      cwd: home,
      env,
      shell: process.platform === 'win32',
    });
    await expect(asked).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/FAULT +Accounts file: it cannot be read/),
    });
  });

  test('brings the core and its words along, and neither a server nor a Node', () => {
    const installed = readdirSync(join(home, 'node_modules'));
    expect(installed).toEqual(expect.arrayContaining(['handshake', 'zod', 'intl-messageformat', 'lowdb']));
    expect(installed.filter((name) => /^(restify|esbuild|lit-html|node-)/.test(name))).toEqual([]);
    expect(readdirSync(join(home, 'node_modules', 'handshake')).sort()).toEqual([
      'LICENSE',
      'README.md',
      'accounts.example.json',
      'dist',
      'package.json',
    ]);
    expect(readdirSync(join(home, 'copy')).filter((name) => name.includes('whole'))).toEqual([]);
  });

  test('brings every package along that any of its files imports', () => {
    const packed = join(home, 'node_modules', 'handshake');
    const files = readdirSync(join(packed, 'dist'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
    const imported = files.flatMap((name) =>
      [
        ...readFileSync(join(packed, 'dist', name), 'utf8').matchAll(/^(?:import .*|export .*|\}) ?from '([^.'][^']*)';$/gm),
      ].flatMap(([, from = '']) => (isBuiltin(from) ? [] : [/^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from])),
    );
    const { dependencies } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { dependencies: object };
    expect([...new Set(imported)].sort()).toEqual(Object.keys(dependencies).sort());
  });

  test('hands out nothing else', async () => {
    const { stderr } = await run(process.execPath, ['-e', "import('handshake/cli').catch((e) => console.error(e.code))"], {
      cwd: home,
    });
    expect(stderr.trim()).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});
