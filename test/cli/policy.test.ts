import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { given, scenarios } from '../support/situations.ts';
import { handshake } from '../support/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'handshake-'));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const DEFAULTS = new URL('../policy/scenarios.json', import.meta.url).pathname;
const bare = scenarios.map(({ id, flow, asOf, cloud, facts }) => ({ id, flow, asOf, cloud, facts }));
const [first] = bare;
const scenario = (id: string) => bare.find((one) => one.id === id);

interface Answered {
  id?: string;
  verdict: string;
  rules: string[];
  informs: string[];
  nextSteps: string[];
  findings: { rule: string; severity: string; says: string; sources: string[]; note?: string; contradiction?: string }[];
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
      contradiction: 'C-01',
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
      note: expect.stringMatching(/translated/) as unknown,
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

describe('what cannot be understood ends with status 2 and says where', () => {
  test.each([
    ['a file that is not there', () => `decide ${join(folder, 'nowhere.json')}`, /nowhere\.json cannot be read/],
    ['a file that is not JSON', () => `decide ${file('bad.json', '{ flow: gdap }')}`, /bad\.json is not JSON/],
    [
      'a missing fact',
      () => `decide ${file('m.json', { ...first, facts: {} })}`,
      /Nothing was decided\.\n(.*\n)*partner\.mpaSigned: expected true or false, found nothing/,
    ],
    [
      'one bad situation of a list',
      () => `decide --defaults ${DEFAULTS} ${file('l2.json', [first, { ...first, id: 'B', cloud: 'mars' }])}`,
      /situation 2 \(B\): cloud: expected one of global/,
    ],
    ['an unknown option', () => 'decide --jsn', /--jsn.*\n?.*Known here: --json --lang --defaults --house-rules/s],
    ['two files', () => `decide a.json b.json`, /One file at a time: a\.json b\.json/],
    ['an unknown language', () => 'rules --lang pt', /--lang pt: expected one of en, es, it, ru, zh-Hans, de, fr/],
    ['an unknown flow', () => 'rules --flow party', /--flow party: expected one of relationship_request/],
    ['an unknown cloud', () => 'rules --cloud mars', /--cloud mars: expected one of global/],
    ['a day no calendar has', () => 'rules --on 2023-02-30', /--on 2023-02-30: expected a day of the calendar, YYYY-MM-DD/],
    [
      'an unknown rule',
      () => 'explain R-XFER-30-DAYS',
      /no rule or contradiction of that name\.\nNear: .*R-XFER-30D-EXPIRY|Near: /,
    ],
    ['no rule at all', () => 'explain', /no rule or contradiction/],
    ['a comparison without a file', () => 'compare --from 2020-01-01 --to 2021-01-01', /expected a file/],
    ['a comparison without a day', () => `compare --from 2020-01-01 ${file('c.json', first)}`, /--to : expected a day/],
    [
      'defaults that are a list',
      () => `decide --defaults ${file('d.json', [])} ${file('s.json', first)}`,
      /expected an object with defaults/,
    ],
    [
      'house rules that cannot be used',
      () => `decide --house-rules ${file('h.json', { edition: 'x', aprovals: [] })} ${file('s.json', first)}`,
      /these house rules cannot be used\.\n.*aprovals/,
    ],
    ['an unknown command', () => 'dance', /Usage: handshake policy/],
    ['a name that every object has', () => 'constructor', /Usage: handshake policy/],
  ])('%s', async (_, words, message) => {
    const { status, out, err } = await handshake(`policy ${words()}`);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  test('help is no fault', async () => {
    expect(await handshake('--help')).toMatchObject({ status: 0, err: '', out: expect.stringMatching(/^Usage/) as unknown });
    expect(await handshake('policy --help')).toMatchObject({ status: 0 });
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

describe('rules', () => {
  test('all of them, by chapter', async () => {
    const { out } = await handshake('policy rules');
    expect(out).toMatch(/^resale\n {2}R-NO-CSP-TO-CSP-RESALE {2}\(deny; global, us_gov, germany to 2018-12-04; 2017-07-01 – …\)/);
    expect(out).toMatch(/165 of 165 rules\.$/);
  });

  test('those that may speak there and then', async () => {
    const ids = async (words: string) =>
      (JSON.parse((await handshake(`policy rules --json ${words}`)).out) as { id: string }[]).map(({ id }) => id);
    expect(await ids('--flow gdap_groups --cloud global --on 2024-01-01')).toEqual(['R-ROLE-GDAP-GROUPS']);
    expect(await ids('--flow gdap_groups --cloud us_gov --on 2024-01-01')).toEqual(['R-ROLE-GDAP-GROUPS', 'R-CLOUD-ONBOARDING']);
    expect(await ids('--flow gdap_groups --cloud us_gov --on 2022-01-31')).toEqual(['R-CLOUD-ONBOARDING']);
    expect(await ids('--flow azure_plan_transfer --on 2020-09-29')).toContain('R-XFER-TOOL-NOT-YET');
    expect(await ids('--flow azure_plan_transfer --on 2020-09-30')).not.toContain('R-XFER-TOOL-NOT-YET');
    expect(await ids('--cloud germany --on 2018-12-04')).toContain('R-LIC-NO-PARTNER-SWITCH');
    expect(await ids('--cloud germany --on 2018-12-05')).not.toContain('R-LIC-NO-PARTNER-SWITCH');
  });
});

describe('explain', () => {
  test('a rule, with its sources and their passports', async () => {
    const { out } = await handshake('policy explain r-mp-no-por-change');
    expect(out).toBe(
      [
        'R-MP-NO-POR-CHANGE  (multi-partner)',
        'A new relationship does not change the partner of record of any subscription.',
        '',
        'Severity:   deny',
        'Since when: 2016-10-20 – …',
        'Where:      all clouds; relationship_request, gdap_request, channel_check',
        'Exceptions: To move something use the switch and transfer flows; to be recorded as adviser use PAL, DPOR or CPOR.',
        'Evidence:   Read in the document',
        '',
        'Sources',
        '  S-ES-21V 2018-10-29: Multi-partner, Partner Center operated by 21Vianet (Spanish with English) · Page · 2018-10-29 · Spanish, machine translation',
        '    (!) “Para usted” (to you) was added; the meaning is the same.',
        '  S-RU-MP 2019-03-20: Multi-partner support (Russian, half English) · Page · 2019-03-20 · Russian, machine translation',
        '    (!) The “not” is lost from the header of the list and so from its first three bullets: all four are prohibitions.',
        '  S-ES-MP 2020-11-29: Multi-partner support (Spanish) · Page · 2020-11-29 · Spanish, machine translation',
        '    (!) “Administrador de administración de” stands for User management admin.',
        '    (!) “Un CSP de Azure inquilino” stands for an Azure CSP tenant.',
        '  S-IT-MP 2020-11-29: Multi-partner support (Italian) · Page · 2020-11-29 · Italian, machine translation',
        '  D-MP-23 2023-09-26: Multi-partner support · Page · 2023-09-26 · English',
        '',
        'Where the pages disagree',
        'C-03  What a new relationship does not do',
        '  The older page says: The Russian page lost the “does not” of its header, so three of its four bullets read like promises.',
        '    S-RU-MP 2019-03-20: Multi-partner support (Russian, half English) · Page · 2019-03-20 · Russian, machine translation',
        '      (!) The “not” is lost from the header of the list and so from its first three bullets: all four are prohibitions.',
        '  The newer page says: Every other language says “does not” for all four.',
        '    S-ES-MP 2020-11-29: Multi-partner support (Spanish) · Page · 2020-11-29 · Spanish, machine translation',
        '      (!) “Administrador de administración de” stands for User management admin.',
        '      (!) “Un CSP de Azure inquilino” stands for an Azure CSP tenant.',
        '    S-IT-MP 2020-11-29: Multi-partner support (Italian) · Page · 2020-11-29 · Italian, machine translation',
        '    D-MP-23 2023-09-26: Multi-partner support · Page · 2023-09-26 · English',
        '  How it is read: It is a mistranslation: all four are prohibitions, on every day.',
      ].join('\n'),
    );
  });

  test('a contradiction', async () => {
    expect((await handshake('policy explain C-14')).out).toMatch(
      /^C-14 {2}How long a new-commerce licence can be cancelled\n {2}The older page says: 72 hours\./,
    );
  });

  test('for programs', async () => {
    expect(JSON.parse((await handshake('policy explain R-MC-OWN --json')).out)).toMatchObject({
      id: 'R-MC-OWN',
      chapter: 'channels',
      sources: [{ citation: 'S-ES-MC 2020-06-17', translation: 'machine', language: 'es' }],
    });
    expect(JSON.parse((await handshake('policy explain C-14 --json')).out)).toMatchObject({
      id: 'C-14',
      topic: 'How long a new-commerce licence can be cancelled',
    });
  });
});

describe('timeline', () => {
  test('editions as headings, and what began and ended', async () => {
    const { out } = await handshake('policy timeline');
    expect(out).toContain(
      '2023-10-09  P11. Delegated administration ends in reseller requests; granular admin is needed to manage.\n',
    );
    expect(out).toMatch(/2018-11-01 {2}P3\. .*\n( {2}\+ .*\n)*( {2}– R-DAP-MANDATORY-OLD: .*\n)/);
    expect(out.split('\n').filter((line) => line.startsWith('  + '))).toHaveLength(165);
  });

  test('for programs', async () => {
    const { changes } = JSON.parse((await handshake('policy timeline --json')).out) as {
      changes: { date: string; ends: string[] }[];
    };
    expect(changes.find(({ date }) => date === '2018-11-01')?.ends).toEqual(['R-DAP-MANDATORY-OLD']);
  });
});

describe('compare', () => {
  test('whose verdict changes, and why', async () => {
    const asked = file('compare.json', [scenario('G-001'), scenario('G-003')]);
    const { status, out } = await handshake(`policy compare --from 2023-10-08 --to 2023-10-09 --defaults ${DEFAULTS} ${asked}`);
    expect(status).toBe(0);
    expect(out).toBe(
      [
        'G-003: Yes → No  (relationship_request, global)',
        '  + R-DAP-RETIRED: Since 9 October 2023 a reseller request can no longer carry delegated administration; ask for granular admin separately.',
        '1 of 2 change their verdict between 2023-10-08 and 2023-10-09.',
      ].join('\n'),
    );
  });

  test('for programs, whatever day the situations name themselves, or none', async () => {
    const { asOf: _, ...undated } = scenario('G-032') ?? {};
    const { out } = await handshake(
      `policy compare --json --from 2024-06-18 --to 2024-06-19 --defaults ${DEFAULTS} ${file('undated.json', undated)}`,
    );
    expect(JSON.parse(out)).toEqual([
      {
        situation: 'G-032',
        flow: 'channel_check',
        cloud: 'global',
        from: 'deny',
        to: 'allow_with_conditions',
        gone: ['R-LIC-NO-PARTNER-SWITCH'],
        new: ['R-LIC-NCE-TRANSFER'],
      },
    ]);
  });
});

describe('the readable answer', () => {
  test('verdict first, then why, then what to do', async () => {
    const { out } = await handshake(`policy decide --defaults ${DEFAULTS} ${file('r.json', scenario('G-010'))}`);
    expect(out.split('\n').slice(0, 8)).toEqual([
      'A person has to decide: Ask a customer for a reseller relationship · Global · 2019-03-20 · G-010',
      '',
      'To be reviewed',
      '  R-CSP-CORP-TENANT-UNCLEAR',
      '    Before May 2020 only a bare ban on selling to CSP partners was published, and it did not say whether their separate corporate tenants count.',
      '      S-RU-MP 2019-03-20: Multi-partner support (Russian, half English) · Page · 2019-03-20 · Russian, machine translation',
      '        (!) The “not” is lost from the header of the list and so from its first three bullets: all four are prohibitions.',
      '      Only a translated page says this, and translations of these pages have been wrong.',
    ]);
    expect(out).toMatch(
      /The pages disagree \(C-01, Selling to another CSP partner\)\.\n {8}The older page says: .*\n {8}The newer page says: .*\n {8}How it is read: /,
    );
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

  test('what comes from outside is text: no control characters reach the terminal', async () => {
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
