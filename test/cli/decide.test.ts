import { describe, expect, test } from '@jest/globals';
import { bare, DEFAULTS, file, scenario } from '../support/files.ts';
import { given, scenarios } from '../support/situations.ts';
import { handshake } from '../support/terminal.ts';

interface Answered {
  id?: string;
  verdict: string;
  rules: string[];
  informs: string[];
  nextSteps: string[];
  findings: {
    rule: string;
    severity: string;
    says: string;
    sources: string[];
    note?: string;
    contradiction?: Record<string, string>;
  }[];
  edition: Record<string, unknown>;
}
const parsed = (out: string) => JSON.parse(out) as Answered;

describe('decide --json', () => {
  test('answers one situation with an object', async () => {
    const { status, out, err } = await handshake(
      `policy decide --json --defaults ${DEFAULTS} ${file('one.json', scenario('G-008'))}`,
    );
    expect({ status, err }).toEqual({ status: 30, err: '' });
    expect(parsed(out)).toMatchObject({
      id: 'G-008',
      verdict: 'deny',
      rules: ['R-NO-CSP-TO-CSP-RESALE'],
      informs: ['R-DAP-OPTIONAL'],
      nextSteps: ['NS-USE-SEPARATE-CUSTOMER-TENANT'],
      edition: { date: '2020-12-10', cloud: 'global', id: 'P8', houseRules: null },
    });
    expect(parsed(out).findings[0]).toEqual({
      rule: 'R-NO-CSP-TO-CSP-RESALE',
      severity: 'deny',
      says: 'You cannot sell online services into a tenant that another CSP partner uses for its own CSP business.',
      sources: ['S-RU-MP 2019-03-20', 'S-ES-MC 2020-06-17', 'S-ES-MP 2020-11-29', 'S-IT-MP 2020-11-29', 'D-MP-23 2023-09-26'],
      contradiction: {
        id: 'C-01',
        topic: 'Selling to another CSP partner',
        older: 'The older page says: No CSP partner may resell online services to another one, without exception.',
        newer: 'The newer page says: The ban holds for the tenant used for CSP only; a separate corporate tenant may buy.',
        reading:
          'How it is read: Until 11 May 2020 the bare ban holds and a corporate tenant goes to review; from 12 May 2020 the exception applies.',
      },
    });
  });

  test('answers an array with an array, in its order, and status 0', async () => {
    const { status, out } = await handshake(`policy decide --json --defaults ${DEFAULTS} ${file('all.json', bare)}`);
    const answers = JSON.parse(out) as Answered[];
    expect(status).toBe(0);
    expect(answers.map(({ id, verdict }) => [id, verdict])).toEqual(scenarios.map(({ id, expected }) => [id, expected.verdict]));
  });

  test('reads standard input, with - or without a file', async () => {
    const input = JSON.stringify(given({ flow: 'gdap_groups', asOf: '2024-01-01', cloud: 'global' }));
    expect((await handshake('policy decide --json -', input)).status).toBe(0);
    expect((await handshake('policy decide --json', `\uFEFF${input}`)).status).toBe(0);
  });

  test('leaves the id out when none was given', async () => {
    const input = JSON.stringify(given({ flow: 'gdap_groups', asOf: '2024-01-01', cloud: 'global' }));
    expect('id' in parsed((await handshake('policy decide --json', input)).out)).toBe(false);
  });

  test('says in the finding that nothing but a translation says it', async () => {
    const { out } = await handshake(`policy decide --json --defaults ${DEFAULTS} ${file('translated.json', scenario('G-010'))}`);
    expect(parsed(out).findings[0]).toMatchObject({
      rule: 'R-CSP-CORP-TENANT-UNCLEAR',
      note: expect.stringMatching(/is a translation/) as unknown,
    });
  });

  test('speaks seven languages', async () => {
    const answers = await Promise.all(
      ['en', 'es', 'it', 'ru', 'zh-Hans', 'de', 'fr'].map((lang) =>
        handshake(`policy decide --json --lang ${lang} --defaults ${DEFAULTS} ${file('l.json', scenario('G-008'))}`),
      ),
    );
    expect(new Set(answers.map(({ out }) => parsed(out).findings[0]?.says)).size).toBe(7);
  });
});

test.each([
  ['allow', 0, 'G-001'],
  ['allow_with_conditions', 10, 'G-002'],
  ['needs_review', 20, 'G-010'],
  ['deny', 30, 'G-003'],
])('%s ends with status %i', async (verdict, status, id) => {
  const ran = await handshake(`policy decide --json --defaults ${DEFAULTS} ${file(`${id}.json`, scenario(id))}`);
  expect([parsed(ran.out).verdict, ran.status]).toEqual([verdict, status]);
});

describe('defaults', () => {
  const situation = { flow: 'mca_attestation', facts: { partner: { type: 'indirect_provider' } } };
  const layers = {
    defaults: {
      cloud: 'global',
      asOf: '2024-01-01',
      actor: { role: 'none' },
      partner: { type: 'direct_bill', onboardedToCloud: true },
    },
    defaultsByFlow: {
      mca_attestation: { actor: { role: 'sales_agent' }, attest: { date: '2023-01-01' } },
      gdap_groups: { actor: { role: 'none' } },
    },
  };

  test('the file’s, then the flow’s, then the situation’s own', async () => {
    const { status } = await handshake(`policy decide --defaults ${file('layers.json', layers)} ${file('s.json', situation)}`);
    expect(status).toBe(0);
    const { status: other } = await handshake(
      `policy decide --defaults ${file('layers.json', layers)} ${file('s2.json', { ...situation, facts: { partner: { type: 'indirect_reseller' } } })}`,
    );
    expect(other).toBe(30);
  });

  test('a list or null replaces, and a hostile name stays a name', async () => {
    const hostile =
      '{"flow":"gdap_groups","cloud":"global","asOf":"2024-01-01","facts":{"__proto__":{"polluted":true},"actor":{"role":"admin_agent"}}}';
    const { status, err } = await handshake(
      `policy decide --defaults ${file('layers.json', layers)} ${file('hostile.json', hostile)}`,
    );
    expect([status, err]).toEqual([
      2,
      'Nothing was decided.\n__proto__: expected only facts of the catalogue, found an unknown fact',
    ]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('house rules', () => {
  test('are asked on top, and name whose agreement they want', async () => {
    const rules = file('house.json', {
      edition: 'v1',
      approvals: [{ verdicts: ['allow'], roles: ['admin_agent', 'global_admin'], people: 2 }],
    });
    const ran = await handshake(
      `policy decide --json --house-rules ${rules}`,
      JSON.stringify(given({ flow: 'gdap_groups', asOf: '2024-01-01', cloud: 'global' })),
    );
    expect(JSON.parse(ran.out)).toMatchObject({
      approval: { people: 2, roles: ['admin_agent', 'global_admin'] },
      edition: { houseRules: 'v1' },
    });
  });

  test('and say so in words', async () => {
    const rules = file('house2.json', {
      edition: 'v1',
      approvals: [{ verdicts: ['allow'], roles: ['admin_agent', 'global_admin'] }],
    });
    const nobody = file('house3.json', { edition: 'v1', approvals: [{ verdicts: ['allow'], roles: [] }] });
    const input = JSON.stringify(given({ flow: 'gdap_groups', asOf: '2024-01-01', cloud: 'global' }));
    expect((await handshake(`policy decide --house-rules ${rules}`, input)).out).toContain(
      'Your company wants one approval; who may approve: Admin agent and Global admin.',
    );
    expect((await handshake(`policy decide --house-rules ${nobody}`, input)).out).toContain(
      'Nobody is set up to approve this, so it cannot be approved.',
    );
  });
});

describe('the readable answer', () => {
  test('verdict first, then why, then what to do', async () => {
    const { out } = await handshake(`policy decide --defaults ${DEFAULTS} ${file('r.json', scenario('G-010'))}`);
    expect(out.split('\n').slice(0, 8)).toEqual([
      'A person has to decide: Ask a customer for a reseller relationship · Global · 20 March 2019 · G-010',
      '',
      'To be reviewed',
      '  R-CSP-CORP-TENANT-UNCLEAR',
      '    Before May 2020 only a bare ban on selling to CSP partners was published, and it did not say whether their separate corporate tenants count.',
      '    [S-RU-MP 2019-03-20]',
      '    The only page cited for this is a translation, and translations of these pages have been wrong.',
      '    The pages disagree: C-01',
    ]);
    expect(out).toMatch(
      /\nThe pages disagree\n {2}C-01 {2}Selling to another CSP partner\n {4}The older page says: .* \[S-RU-MP 2019-03-20; S-ES-MC 2020-06-17\]\n {4}The newer page says: .*\n {4}How it is read: /,
    );
    expect(out).toMatch(/\nSources\n {2}S-RU-MP 2019-03-20: .* machine translation\n {4}\(!\) The “not” is lost from/);
    expect(out).toMatch(/\nWhat to do next\n {2}1\. A named person decides first, with both sources in view\.\n/);
  });

  test('says that no rule speaks against it, and that silence before the first page is no permission', async () => {
    const { out } = await handshake(
      'policy decide',
      JSON.stringify(given({ flow: 'gdap_groups', asOf: '2016-01-01', cloud: 'global' })),
    );
    expect(out).toContain('No rule speaks against it.');
    expect(out).toContain('No page from before that day was read: the rules are silent there, which is not a permission.');
  });

  test('what comes from outside is text: no control characters reach the terminal (P11)', async () => {
    const input = given({
      flow: 'invitation_message',
      asOf: '2024-01-01',
      cloud: 'global',
      facts: { msg: { linkHost: 'evil.example\u001b[2J\u202E' } },
    });
    const { out } = await handshake('policy decide', JSON.stringify(input));
    expect(out).toContain('evil.example');
    expect(out).not.toMatch(/[\u001b\u202E]/);
  });
});
