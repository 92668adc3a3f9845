import { describe, expect, test } from '@jest/globals';
import { DEFAULTS, file, scenario } from '../support/files.ts';
import { rulebook } from '../../src/policy/index.ts';
import { handshake } from '../support/terminal.ts';

describe('rules', () => {
  test('all of them, by chapter', async () => {
    const { out } = await handshake('policy rules');
    expect(out).toMatch(/^resale\n {2}R-NO-CSP-TO-CSP-RESALE {2}\(deny; global, us_gov, germany to 2018-12-04; 2017-07-01 – …\)/);
    expect(out).toMatch(new RegExp(`${rulebook.rules.length} of ${rulebook.rules.length} rules\\.$`));
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
        '  S-ES-21V 2018-10-29: Multi-partner, Partner Center operated by 21Vianet (Spanish with English) · Page · 2018-10-29 · Spanish, machine translation · 21Vianet (China)',
        '    (!) It adds “para usted” (to you); the meaning is the same.',
        '  S-RU-MP 2019-03-20: Multi-partner support (Russian, half English) · Page · 2019-03-20 · Russian, machine translation · Global and US Government',
        '    (!) The “not” is lost from the header of its list, and so from its first three bullets; all four are prohibitions.',
        '  S-ES-MP 2020-11-29: Multi-partner support (Spanish) · Page · 2020-11-29 · Spanish, machine translation · Global and US Government',
        '    (!) Its “Administrador de administración de” stands for User management admin.',
        '    (!) Its “Un CSP de Azure inquilino” stands for an Azure CSP tenant.',
        '  S-IT-MP 2020-11-29: Multi-partner support (Italian) · Page · 2020-11-29 · Italian, machine translation · Global and US Government',
        '  D-MP-23 2023-09-26: Multi-partner support · Page · 2023-09-26 · English · Global and US Government',
        '',
        'Where the pages disagree',
        'C-03  What a new relationship does not do',
        '  The older page says: “Change subscriptions”, “transition subscriptions”, “change terms”, as if it did; only the fourth point says “does not”.',
        '    S-RU-MP 2019-03-20: Multi-partner support (Russian, half English) · Page · 2019-03-20 · Russian, machine translation · Global and US Government',
        '      (!) The “not” is lost from the header of its list, and so from its first three bullets; all four are prohibitions.',
        '  The newer page says: In every other language it “does not” do any of the four.',
        '    S-ES-MP 2020-11-29: Multi-partner support (Spanish) · Page · 2020-11-29 · Spanish, machine translation · Global and US Government',
        '      (!) Its “Administrador de administración de” stands for User management admin.',
        '      (!) Its “Un CSP de Azure inquilino” stands for an Azure CSP tenant.',
        '    S-IT-MP 2020-11-29: Multi-partner support (Italian) · Page · 2020-11-29 · Italian, machine translation · Global and US Government',
        '    D-MP-23 2023-09-26: Multi-partner support · Page · 2023-09-26 · English · Global and US Government',
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
    expect(out.split('\n').filter((line) => line.startsWith('  + '))).toHaveLength(rulebook.rules.length);
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
    const undated = { ...scenario('G-032'), asOf: undefined };
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
