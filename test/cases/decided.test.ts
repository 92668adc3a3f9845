import { describe, expect, test } from '@jest/globals';
import { Decided, isAnswered, openQuestion, verdictOf } from '../../src/cases/decided.ts';
import { decide, parseSituation } from '../../src/policy/index.ts';
import { scenarios } from '../support/situations.ts';
import { bruno, ruled } from '../support/cases.ts';

/** A partner’s own tenant as a customer: in 2019 the pages left that to a person. */
const asked = (facts: Record<string, object> = {}) =>
  ruled({
    flow: 'relationship_request',
    asOf: '2019-03-20',
    cloud: 'global',
    facts: { customer: { tenantKind: 'partner_corporate_tenant' }, rel: { reseller: 'none' }, ...facts },
  });

const plain = ruled({ flow: 'relationship_request', asOf: '2026-03-02', cloud: 'global' });
const review = asked();
const question = openQuestion([review, plain]);
const answered = question === null ? null : { digest: question, reviewer: bruno, words: 'It is their test tenant.' };

describe('a question that the rules leave to a person', () => {
  test('there is one where a finding asks for a person, and none elsewhere', () => {
    expect(review.verdict).toBe('needs_review');
    expect(question).toMatch(/^[0-9a-f]{64}$/);
    expect(openQuestion([plain])).toBeNull();
    expect(openQuestion([])).toBeNull();
  });

  test('nothing asked is nothing to answer', () => {
    expect(isAnswered([plain], null)).toBe(true);
    expect(isAnswered([], null)).toBe(true);
  });

  test('unanswered it is open', () => {
    expect(isAnswered([review, plain], null)).toBe(false);
  });

  test('answered it is, also when somebody of another role decides', () => {
    const later = asked({ actor: { role: 'global_admin' } });
    expect(later.facts).not.toStrictEqual(review.facts);
    expect(isAnswered([review, plain], answered)).toBe(true);
    expect(isAnswered([later, plain], answered)).toBe(true);
  });

  test('answered it is, whatever else was found that leaves nothing to a person', () => {
    expect(isAnswered([review], answered)).toBe(true);
    expect(isAnswered([review, { ...plain, findings: [] }], answered)).toBe(true);
  });

  test('another fact makes it another question', () => {
    expect(isAnswered([asked({ req: { includeDap: true } }), plain], answered)).toBe(false);
  });

  test('another finding for a person makes it another question', () => {
    const [finding] = review.findings.filter((one) => one.review);
    if (finding === undefined) throw new Error('The example asks for a person');
    const more = { ...review, findings: [...review.findings, { ...finding, rule: 'R-EXAMPLE' }] };
    expect(isAnswered([more, plain], answered)).toBe(false);
  });

  test('the same about another item is another question', () => {
    expect(isAnswered([{ ...review, about: 'sub-2' }, plain], answered)).toBe(false);
  });
});

describe('decisions', () => {
  test('the strictest decides, and of none nothing stands against it', () => {
    expect(verdictOf([plain, review])).toBe('needs_review');
    expect(verdictOf([review, { ...plain, verdict: 'deny' }])).toBe('deny');
    expect(verdictOf([])).toBe('allow');
  });

  test('every decision of the worked scenarios can be kept', () => {
    for (const { flow, asOf, cloud, facts } of scenarios) {
      const decided = ruled({ flow, asOf, cloud, facts });
      expect(Decided.parse(JSON.parse(JSON.stringify(decided)))).toStrictEqual(decided);
    }
  });

  test('with the facts it rests on it can be given again years later', () => {
    const { flow, facts, edition } = JSON.parse(JSON.stringify(review)) as Decided;
    const again = decide(parseSituation({ flow, asOf: edition.date, cloud: edition.cloud, facts }));
    expect(again.findings).toStrictEqual(review.findings);
    expect(again.verdict).toBe(review.verdict);
  });
});
