import { describe, expect, test } from '@jest/globals';
import { judgedScreen } from '../../src/cards/judged.ts';
import { screens } from '../../src/cards/screens.ts';
import type { Decided } from '../../src/cases/decided.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { aboutGdap, aboutReseller, aboutTransfer, ruled } from '../support/cases.ts';

const english = speakerOf('en');
const day = { asOf: '2026-03-02', cloud: 'global' } as const;

/** The same shape as on the card. */
const parsed = (decisions: readonly Decided[], ...more: [] | [(item: string) => string]) =>
  screens.refused.parse({ customer: null, why: 'No.', judged: judgedScreen(decisions, english, ...more), buttons: [] }).judged;

const refused = ruled({ ...day, flow: 'relationship_request', facts: { customer: { tenantKind: 'csp_transaction_tenant' } } });
const inChina = ruled({
  ...day,
  cloud: 'china_21v',
  flow: 'gdap_request',
  facts: { gdap: { name: 'Handshake', durationDays: 365 } },
});

type Found = Decided['findings'][number];
const found = (rule: string, fields: Partial<Found> = {}): Found => ({
  rule,
  severity: 'inform',
  review: false,
  says: { key: `rule.${rule}`, values: {} },
  sources: ['D-MP-NEW newest'],
  ...fields,
});
const deciding = (fields: Partial<Decided>): Decided => ({ ...aboutReseller, findings: [], nextSteps: [], ...fields });

describe('several decisions together', () => {
  test('are as strict as the strictest of them', () => {
    expect(parsed([aboutGdap, refused])).toMatchObject({ verdict: 'No', tone: 'attention' });
    expect(parsed([deciding({ verdict: 'allow' })])).toMatchObject({ verdict: 'Yes', tone: 'good' });
    expect(parsed([deciding({ verdict: 'needs_review' })])).toMatchObject({ verdict: 'A person has to decide', tone: 'warning' });
  });

  test('tell what refuses first, then what a person decides, then the rest', () => {
    const severities = [...aboutGdap.findings, ...refused.findings].map(({ severity }) => severity);
    expect(severities).toContain('deny');
    const findings = [
      found('R-MP-ALLOWED', {}),
      found('R-MP-NO-TRANSITION', { severity: 'warn' }),
      found('R-MP-NO-CHANGE-SUBS', { severity: 'warn', review: true }),
      found('R-NO-CSP-TO-CSP-RESALE', { severity: 'deny' }),
    ];
    expect(parsed([deciding({ findings })])?.findings.map(({ severity }) => severity)).toStrictEqual([
      'Refused',
      'To be reviewed',
      'Mind this',
      'Good to know',
    ]);
    expect(parsed([aboutGdap, refused])?.findings[0]).toMatchObject({ severity: 'Refused', tone: 'attention' });
  });

  test('say everything once', () => {
    const once = parsed([aboutGdap]);
    expect(parsed([aboutGdap, aboutGdap])).toStrictEqual(once);
    expect(new Set(once?.nextSteps).size).toBe(once?.nextSteps.length);
  });

  test('name the items where not all of them are concerned', () => {
    const other = { ...aboutTransfer, about: 'sub-2', findings: aboutTransfer.findings.slice(1) };
    const named = parsed([aboutTransfer, other], (item) => (item === 'sub-1' ? 'Production' : 'Archive'));
    expect(named?.findings.filter(({ says }) => says.endsWith('(About: Production)'))).toHaveLength(1);
    expect(JSON.stringify(named)).not.toContain('Archive');
  });

  test('have their steps in the order of the rulebook, and “nothing to do” only where there is nothing', () => {
    const steps = (...nextSteps: string[]) => parsed([deciding({ nextSteps })])?.nextSteps;
    expect(steps('NS-PLACE-ORDER', 'NS-CUSTOMER-GA-ACCEPTS')).toStrictEqual(steps('NS-CUSTOMER-GA-ACCEPTS', 'NS-PLACE-ORDER'));
    expect(steps('NS-NONE', 'NS-PLACE-ORDER')).toHaveLength(1);
    expect(steps('NS-NONE')).toStrictEqual([english.say('next.NS-NONE')]);
  });
});

describe('a finding', () => {
  test('has the passports of its documents and both sides where they disagree', () => {
    const conflict = parsed([inChina])?.findings.find(({ disagree }) => disagree.length > 0);
    expect(conflict?.disagree).toHaveLength(4);
    expect(conflict?.disagree[3]).toMatch(/^How it is read: /);
    expect(conflict?.sources[0]).toMatch(/ · .+ · .+ · English/);
  });

  test('says what is wrong with a translation, and when there is nothing else', () => {
    const [translated] =
      parsed([deciding({ findings: [found('R-MP-ALLOWED', { sources: ['S-RU-MP 2019-03-20'] })] })])?.findings ?? [];
    expect(translated?.sources).toStrictEqual([
      expect.stringContaining('Russian'),
      english.say('defect.lost_not'),
      english.say('answer.translatedOnly'),
    ]);
  });

  test('of a rule that has been retired is quoted by its id, whatever else it names', () => {
    const retired = found('R-OF-OLD', {
      sources: ['X-OLD 2001', 'nowhere'],
      contradiction: 'C-99',
      says: { key: 'rule.R-OF-OLD', values: {} },
    });
    const other = found('R-GDAP-DURATION', { says: { key: 'rule.R-GDAP-DURATION', values: {} } });
    const judged = parsed([deciding({ findings: [retired, other], nextSteps: ['NS-OF-OLD'] })]);
    expect(judged?.findings.map(({ says }) => says)).toStrictEqual([
      'Rule R-OF-OLD, which is no longer in the book',
      'Rule R-GDAP-DURATION, which is no longer in the book',
    ]);
    expect(judged?.findings[0]).toMatchObject({ sources: ['X-OLD 2001', 'nowhere'], disagree: [] });
    expect(judged?.nextSteps).toStrictEqual(['NS-OF-OLD']);
  });
});

test('the edition is named once, and silence from before the first page has no colour', () => {
  expect(parsed([aboutGdap, aboutReseller])?.edition[0]).toMatch(/^Decided by the rules of 2 March 2026, cloud: Global, edition /);
  expect(parsed([aboutGdap, aboutReseller])?.edition).toHaveLength(2);
  const silent = deciding({ verdict: 'allow', edition: { ...aboutGdap.edition, id: null } });
  expect(parsed([silent])).toMatchObject({ tone: 'default', edition: expect.arrayContaining([english.say('answer.before')]) });
});

test.each(languages)('real decisions are said in %s', (language) => {
  const text = JSON.stringify(judgedScreen([aboutGdap, aboutReseller, aboutTransfer, refused, inChina], speakerOf(language)));
  expect(text).not.toMatch(/undefined|\{\w+[,}]|"(?:rule|next|defect)\./);
  expect(text).not.toContain(speakerOf(language).say('case.retired', { rule: 'R-' }).slice(0, 8) + 'R-');
});
