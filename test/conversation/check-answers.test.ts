import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createInquire } from '../../src/commands/rehearse.ts';
import type { Instant } from '../../src/cases/time.ts';
import { answersOf } from '../../src/conversation/check-eligibility/answers.ts';
import type { Said } from '../../src/conversation/check-eligibility/answers.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { Cloud } from '../../src/policy/index.ts';
import type { FactSource } from '../../src/ports.ts';
import { readPage } from '../../src/wizards/check-eligibility.ts';
import { alikeIn, asksFor } from '../../src/wizards/check-eligibility/asks.ts';
import { begun } from '../../src/wizards/check-eligibility/filling.ts';
import type { Filling } from '../../src/wizards/check-eligibility/filling.ts';
import { agreements, terms } from '../../src/wizards/check-eligibility/kind-page.ts';
import { generationsOf, idOf, kinds, originsIn, thingNames, things } from '../../src/wizards/check-eligibility/things.ts';
import { isWrong } from '../../src/wizards/filled.ts';
import { house, someone } from '../support/world.ts';

const { sayKey } = speakerOf('en');

const customer = { name: 'Contoso', tenant: null, domain: 'contoso.example', country: 'IT', language: 'en', contact: null };

const anyKindPage = (cloud: Cloud) =>
  fc.record({
    'item.boughtFrom': fc.constantFrom(...originsIn(cloud)),
    'item.generation': fc.constantFrom('', ...kinds.flatMap(generationsOf)),
    'item.term': fc.constantFrom('', ...terms),
    'item.daysSinceTermStart': fc.constantFrom('', '0', '7', '8', '400', '2020-01-31', '2099-01-01'),
    'item.eaKind': fc.constantFrom('', ...agreements),
  });

/** Whatever somebody may choose and type, right or wrong, and whatever services tell of us and the customer. */
const anyCheck = fc.constantFrom(...Cloud.options).chain((cloud) =>
  fc.record({
    cloud: fc.constant(cloud),
    on: fc.constantFrom(
      '2018-01-15',
      '2019-11-19',
      '2020-09-29',
      '2020-09-30',
      '2022-08-01',
      '2024-06-18',
      '2024-06-19',
      '2026-03-02',
    ),
    thing: fc.constantFrom(...thingNames),
    page: anyKindPage(cloud),
    facts: fc.record({
      'partner.azureExpertMsp': fc.boolean(),
      'partner.onboardedToCloud': fc.boolean(),
      'partner.type': fc.constantFrom('direct_bill', 'indirect_provider', 'indirect_reseller'),
      'rel.reseller': fc.constantFrom('active', 'pending', 'none'),
      'rel.dap': fc.boolean(),
      'rel.gdap': fc.constantFrom('active', 'none'),
      'customer.mca': fc.constantFrom('none', 'accepted'),
      'customer.azurePlanWithTarget': fc.boolean(),
      'customer.otherCspPartners': fc.constantFrom(0, 2),
    }),
  }),
);
type Check = typeof anyCheck extends fc.Arbitrary<infer C> ? C : never;

const fillingOf = ({ cloud, thing, page }: Check): Filling => ({
  ...begun(cloud),
  page: things[thing].kind,
  customer: { ...customer, isOurs: false },
  filled: { subscriptions: { more: idOf(thing) }, [things[thing].kind]: page },
});

const isOneEnd = ({ verdict, decisions, nextSteps }: Said): boolean => {
  const said = decisions.flatMap(({ findings }) => findings);
  const reasons = said.filter(({ severity }) => severity === 'deny').map(({ says }) => sayKey(says.key, says.values as never));
  const isSaid = nextSteps.length > 0 && nextSteps.every((step) => sayKey(`next.${step}`) !== '');
  return isSaid && (verdict !== 'deny' || reasons.length > 0);
};

/** All that services tell is what was made up for this check. */
const inquiryOf = ({ on, facts }: Check) => {
  const source: FactSource = {
    read: (paths) =>
      Promise.resolve(Object.fromEntries(paths.flatMap((path) => (path in facts ? [[path, Reflect.get(facts, path)]] : [])))),
  };
  return createInquire({
    facts: { partner: source, customer: source, letter: source },
    house: () => house,
    clock: { now: () => `${on}T09:00:00.000Z` as Instant },
  });
};

const weighed = async (check: Check, filling: Filling) => {
  const all = alikeIn(filling, check.on);
  const asks = all.flatMap(asksFor);
  const told = { 'req.expects': [] };
  const said = await inquiryOf(check)({ cloud: check.cloud, customer, asks, told, requester: someone('ana') });
  return { all, said };
};

describe('whatever is answered on the pages', () => {
  test('ends in next steps, or in a refusal with its reason, and never in “not decidable”', async () => {
    let ended = 0;
    const check = fc.asyncProperty(anyCheck, async (one) => {
      const filling = fillingOf(one);
      // What is wrong is said on the page, and nobody goes on.
      if (isWrong(readPage(filling, one.on, [one.cloud]))) return;
      const { all, said } = await weighed(one, filling);
      if (said.kind !== 'would') throw new Error(JSON.stringify(said));
      const answers = answersOf(all, said.decisions);
      expect(answers.flatMap(({ alike }) => alike.items)).toHaveLength(1);
      for (const { support, add, move, procedures } of answers) {
        expect([support, add, move].filter((each) => !isOneEnd(each))).toEqual([]);
        expect(move.verdict === 'deny' ? procedures : []).toEqual([]);
        // US Government: the pages disagree on whether anybody may be asked at all.
        const strictest = one.cloud === 'us_gov' ? [support, add, move] : [];
        expect(strictest.filter(({ verdict }) => verdict !== 'needs_review' && verdict !== 'deny')).toEqual([]);
      }
      ended += 1;
    });
    await fc.assert(check, { numRuns: 2000 });
    expect(ended).toBeGreaterThan(300);
  });
});
