import { describe, expect, test } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import { CaseEvent } from '../../src/cases/case.ts';
import { erase, personalFields, unseal } from '../../src/cases/history.ts';
import { freeTexts } from '../support/free-texts.ts';
import { histories } from './sealed.ts';

const saysNothingOfPeople: Readonly<Record<string, readonly string[]>> = {
  'hashes and ids that services or this code have given': [
    'answered.questions',
    'proposal.relationshipId',
    'proposal.subjects.id',
    'proposal.transferId',
    'relationshipId',
    'transferId',
    'asks.about',
    'decisions.about',
    'items',
  ],
  'codes of ours and of Microsoft’s': ['effect', 'item', 'trouble.effect', 'trouble.code', 'proposal.gdap.roles'],
  'what the rulebook says': [
    'decisions.edition.date',
    'decisions.edition.fingerprint',
    'decisions.edition.houseRules',
    'decisions.edition.id',
    'decisions.findings.contradiction',
    'decisions.findings.rule',
    'decisions.findings.says.key',
    'decisions.findings.says.values',
    'decisions.findings.says.values.day',
    'decisions.findings.says.values.label',
    'decisions.findings.says.values.labels',
    'decisions.findings.sources',
    'decisions.nextSteps',
  ],
  'facts of the catalogue, which knows kinds, numbers and days, and no people': [
    'asks.facts',
    'decisions.facts',
    'decisions.told',
    'proposal.subjects.facts',
  ],
  'a company that is a partner, as the public register has it': [
    'proposal.otherPartner.name',
    'proposal.otherPartner.domain',
    'proposal.reseller.fellow.name',
    'proposal.reseller.fellow.partnerId',
  ],
  'what a subscription is called': ['proposal.subjects.name', 'left'],
  'a link that names a relationship': ['link'],
};

describe('every text of every event', () => {
  const texts = freeTexts(CaseEvent).map(({ path }) => path);
  /** By the first of its names that says so: what stands among facts and decisions is never erased. */
  const isPersonal = (path: readonly string[]) => {
    const first = path.find((name) => personalFields.has(name) || name === 'facts' || name === 'decisions');
    return first !== undefined && personalFields.has(first);
  };

  test('can be erased, or is known to say nothing of people', () => {
    const kept = [...new Set(texts.filter((path) => !isPersonal(path)).map((path) => path.join('.')))];
    expect(kept.sort()).toStrictEqual(Object.values(saysNothingOfPeople).flat().sort());
  });

  test('no personal field is listed that no event has', () => {
    const named = new Set(texts.flat());
    expect([...personalFields].filter((name) => !named.has(name))).toStrictEqual([]);
  });

  test('facts and decisions stand in the text as they were, erased or not', () => {
    const kept = histories.flatMap(({ records }) => records.map(erase).map(unseal));
    const before = histories.flatMap(({ events }) => events);
    const ruledIn = (event: CaseEvent) => [
      'decisions' in event ? event.decisions : [],
      'asks' in event ? event.asks.map(({ facts }) => facts) : [],
    ];
    expect(isDeepStrictEqual(kept.map(ruledIn), before.map(ruledIn))).toBe(true);
    expect(JSON.stringify(before.map(ruledIn))).toContain('"told":["customer.tenantKind"]');
  });

  test('no personal field stands among facts, or around them', () => {
    for (const path of texts.filter((names) => names.includes('facts') || names.includes('decisions'))) {
      expect(isPersonal(path)).toBe(false);
    }
  });
});
