import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Instant } from '../../src/cases/time.ts';
import { createLine } from '../../src/wire/line.ts';
import { examine } from '../../src/cli/doctor/examine.ts';
import { complaints, signedIn, visited } from '../support/doctor.ts';
import { file } from '../support/files.ts';
import { nordlys } from '../support/sandbox-world.ts';
import { memorySecrets } from '../support/sandboxed.ts';

describe('when all is well', () => {
  test('in three clouds, nothing is said against any of them, and what one lacks is no fault', async () => {
    const { report, changes } = await visited(undefined, ['global', 'us_gov', 'china_21v']);
    const missing = Object.fromEntries(
      report.accounts.map(({ cloud, lines }) => [cloud, lines.filter(({ is }) => is === 'not-offered').map(({ tried }) => tried)]),
    );
    expect(missing).toEqual({
      global: [],
      us_gov: ['Reseller invitation', 'Microsoft Customer Agreement', 'This cloud'],
      china_21v: [
        ...['Microsoft Customer Agreement', 'Permission for granular admin', 'Admin agent', 'Groups'],
        ...['This cloud', 'This cloud', 'This cloud'],
      ],
    });
    expect(complaints(report).filter(({ is }) => is !== 'not-offered')).toEqual([]);
    expect(changes).toEqual([]);
  });

  test('an application that proves itself with the word of its machine is well, too', async () => {
    const { report } = await visited(({ account, ours, ...clinic }) => {
      account.application.clientId = ours.applications[2]?.clientId ?? '';
      account.application.credential = { kind: 'machine' };
      signedIn({ account, ours, ...clinic });
    });
    expect(complaints(report)).toEqual([]);
  });

  test('the next refresh token is kept, and no secret stands in what is told', async () => {
    const before = new Map<string, string>();
    const { report, secrets, environment } = await visited(({ secrets: { kept } }) => {
      for (const [name, value] of kept) before.set(name, value);
    });
    const [kept = ''] = secrets.kept.values();
    expect(JSON.parse(kept)).toMatchObject({ lastUsed: '2026-03-02' });
    expect(kept).not.toContain([...before.values()][0]);
    const told = JSON.stringify(report);
    const { refreshToken } = JSON.parse(kept) as { refreshToken: string };
    for (const secret of [...before.values(), refreshToken, String(environment.SECRET_OF_global), 'eyJ']) {
      expect(told).not.toContain(secret);
    }
  });
});

describe('what an operator reads', () => {
  const golden = (name: string): URL => new URL(`doctor-${name}.txt`, import.meta.url);
  const expectTold = (name: string, text: string): void => {
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden(name), `${text}\n`);
    expect(`${text}\n`).toBe(readFileSync(golden(name), 'utf8'));
  };

  test('of accounts that are well', async () => {
    const { text } = await visited(undefined, ['global', 'us_gov', 'china_21v']);
    expectTold('well', text);
  });

  test('of an account with many troubles', async () => {
    const { text } = await visited((clinic) => {
      const { account, ours, sandbox, secrets } = clinic;
      const refreshToken = signedIn(clinic, 'sales.agent');
      secrets.kept.set(`sign-in.global.${nordlys}`, JSON.stringify({ refreshToken, lastUsed: '2025-12-22' }));
      ours.mpaSigned = false;
      account.groups[0]?.roles.push('global_raeder');
      account.partnerId = '6100002';
      sandbox.world.registrations.clear();
      // A name may hold anything; a terminal must not obey it.
      account.name = 'Nordlys\u001b[2J Cloud';
    });
    expectTold('ill', text);
  });

  test('of an account whose secret is wrong', async () => {
    const { text } = await visited(({ environment }) => (environment.SECRET_OF_global = 'another'));
    expectTold('locked-out', text);
  });
});

describe('an accounts file that makes no sense is told whole, and nobody is asked', () => {
  const examined = async (path: string) => {
    const wire = createLine();
    const clock = { now: () => '2026-03-02T09:00:00.000Z' as Instant };
    const report = await examine({ file: path, environment: {}, secrets: memorySecrets(), wire, clock });
    await wire.close();
    return report.lines.map(({ words }) => words);
  };
  const account = { cloud: 'global', tenantId: 'x', name: '', partnerId: 'MPN 6100001', application: {} };

  test.each([
    ['it is not there', () => '/nowhere/accounts.json', ['it cannot be read (ENOENT)']],
    ['it is no JSON', () => file('no-json.json', '{"accounts": [}'), [expect.stringMatching(/^it is no JSON/)]],
    ['it is empty', () => file('empty.json', { accounts: [] }), [expect.stringMatching(/^accounts: .*1/)]],
    [
      'several things are wrong with it',
      () => file('wrong.json', { accounts: [account], secret: 'x' }),
      [
        expect.stringMatching(/^accounts\.0\.tenantId: /),
        expect.stringMatching(/^accounts\.0\.name: /),
        'accounts.0.partnerId: expected the PartnerID, a number',
        expect.stringMatching(/^accounts\.0\.application\.clientId: /),
        expect.stringMatching(/^accounts\.0\.application\.credential: /),
        expect.stringMatching(/^the file: .*secret/),
      ],
    ],
  ])('%s', async (_, path, problems) => {
    expect(await examined(path())).toEqual(problems);
  });

  test('a secret that was written into it is not repeated', async () => {
    const credential = { kind: 'secret', secret: 'hunter2' };
    const application = { clientId: 'ab9f0000-0001-4f01-8f01-0000000000f1', credential };
    const told = await examined(
      file('told.json', { accounts: [{ ...account, tenantId: nordlys, name: 'N', partnerId: '6100001', application }] }),
    );
    expect(told).toEqual([
      'accounts.0.application.credential.secret: expected where it stands: { "variable": NAME } or { "file": PATH }',
    ]);
    expect((await examined(file('told-too.json', '{"secret": "hunter2" "x"}'))).join()).not.toContain('hunter2');
  });
});
