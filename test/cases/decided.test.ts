import { describe, expect, test } from '@jest/globals';
import { Answered, Decided, decidedOf, isAnswered, newest, questionsIn, verdictOf } from '../../src/cases/decided.ts';
import { decide, parseSituation } from '../../src/policy/index.ts';
import { scenarios } from '../support/situations.ts';
import { aboutGdap, aboutGdapLater, aboutReseller, aboutTransfer, bruno, ruled } from '../support/cases.ts';

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
const answered: Answered = { questions: questionsIn([review, plain]), reviewer: bruno, words: 'It is their test tenant.' };

describe('a question that the rules leave to a person', () => {
  test('there is one where a finding asks for a person, and none elsewhere', () => {
    expect(review.verdict).toBe('needs_review');
    expect(questionsIn([review, plain])).toStrictEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(questionsIn([plain])).toStrictEqual([]);
    expect(questionsIn([])).toStrictEqual([]);
  });

  test('each decision that leaves something open has one of its own, whatever stands beside it', () => {
    const other = { ...review, about: 'sub-2' };
    const questions = questionsIn([review, plain, other]);
    expect(new Set(questions).size).toBe(2);
    expect(questions).toStrictEqual([...questionsIn([review]), ...questionsIn([other])]);
  });

  test('one of several is not enough, all of them are, and an answer to more holds for less', () => {
    const other = { ...review, about: 'sub-2' };
    const both = { ...answered, questions: questionsIn([other, review]) };
    expect(isAnswered([review, other], answered)).toBe(false);
    expect(isAnswered([other, plain, review], both)).toBe(true);
    expect(isAnswered([other], both)).toBe(true);
  });

  test('an answer answers something', () => {
    expect(Answered.safeParse(answered).success).toBe(true);
    expect(Answered.safeParse({ ...answered, questions: [] }).success).toBe(false);
    expect(Answered.safeParse({ ...answered, words: '' }).success).toBe(false);
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

  test('with the facts it rests on every one of them can be given again years later, word for word', () => {
    for (const { flow: asked, asOf, cloud, facts: given } of scenarios) {
      const decided = ruled({ flow: asked, asOf, cloud, facts: given }, 'sub-1');
      const { flow, about, facts, edition, told } = JSON.parse(JSON.stringify(decided)) as Decided;
      const situation = parseSituation({ flow, asOf: edition.date, cloud: edition.cloud, facts });
      expect(decidedOf({ flow, about, facts: {} }, facts, decide(situation), told)).toStrictEqual(decided);
    }
  });

  test('a day among the facts is kept as it was told', () => {
    const attested = ruled({ flow: 'mca_attestation', asOf: '2026-03-02', cloud: 'global' });
    expect(attested.facts).toMatchObject({ attest: { date: '2017-01-01' } });
  });
});

describe('the newest word', () => {
  test('on the same flow and item is the later one; what nothing newer is said of stays', () => {
    expect(newest([aboutReseller, aboutGdap], [aboutGdapLater])).toStrictEqual([aboutReseller, aboutGdapLater]);
    expect(newest([aboutReseller], [aboutGdap])).toStrictEqual([aboutReseller, aboutGdap]);
    expect(newest([aboutReseller, aboutGdap], [])).toStrictEqual([aboutReseller, aboutGdap]);
    expect(newest([], [aboutGdap])).toStrictEqual([aboutGdap]);
  });

  test('on another item of the same flow leaves the first as it was', () => {
    const second = { ...aboutTransfer, about: 'sub-2' };
    expect(newest([aboutTransfer], [second])).toStrictEqual([aboutTransfer, second]);
    expect(newest([aboutTransfer, second], [{ ...second, verdict: 'deny' }])).toMatchObject([
      { about: 'sub-1', verdict: aboutTransfer.verdict },
      { about: 'sub-2', verdict: 'deny' },
    ]);
  });

  test('said twice is as good as once', () => {
    const once = newest([aboutReseller, aboutGdap], [aboutGdapLater]);
    expect(newest(once, [aboutGdapLater])).toStrictEqual(once);
  });
});
