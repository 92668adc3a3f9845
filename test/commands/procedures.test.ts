import { describe, expect, test } from '@jest/globals';
import { Procedure } from '../../src/cases/azure-switch/case.ts';
import type { Case } from '../../src/cases/case.ts';
import { proceduresLeft, whyNotThisWay } from '../../src/commands/procedures.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { HouseRules } from '../../src/policy/index.ts';
import type { FactPath, Says } from '../../src/policy/index.ts';
import { byHandStill, doing, movedBy, moving, switching } from '../support/requests.ts';
import { rulesOf, valuesOf, wordOf } from '../support/answers.ts';
import { createWorld, house } from '../support/world.ts';
import type { Sitting, World } from '../support/world.ts';

// Which procedure moves something is the policy's choice, not the asker's.

type Facts = Readonly<Record<string, unknown>>;

const worldOf = (procedure: Procedure | 'any', sitting: Sitting = {}): World => {
  const world = createWorld(procedure === 'manual-switch' ? { start: byHandStill, ...sitting } : sitting);
  if (procedure === 'ea-to-csp') world.facts.set('partner.azureExpertMsp', true);
  return world;
};

const others = (...procedures: Procedure[]) => ({ procedures: { labels: procedures.map((one) => `procedure.${one}`) } });

const azurePlan = movedBy['azure-plan-transfer'];
const licence = movedBy['licence-transfer'];
const legacyAzure = movedBy['manual-switch'];
const agreement = movedBy['ea-to-csp'];
const openAzure = movedBy['new-subscription'];

describe('each procedure moves what the policy leaves to it', () => {
  test.each(Procedure.options)('%s, as far as its end', async (procedure) => {
    const world = worldOf(procedure);
    const does = doing(world);
    const id = await does.opened(switching(procedure));
    for (const name of ['ada', 'bo'] as const) await does.approve(id, name, 'As the form of this year has it.');
    for (let round = 0; round < 6; round++) {
      await does.tickAll(id, 'ana');
      await world.settle();
      for (const state of ['accepted', 'complete']) await does.transfer(id, state);
    }
    expect(await does.status(id)).toBe('done');
  });

  test.each(Procedure.options)('the case of %s keeps its own question and the answer to that, and no other', async (procedure) => {
    const does = doing(worldOf(procedure));
    const { asks, decisions } = await does.current(await does.opened(switching(procedure)));
    const flows = {
      'new-subscription': 'purchase_check',
      'manual-switch': 'azure_switch',
      'azure-plan-transfer': 'azure_plan_transfer',
      'licence-transfer': 'licence_transfer',
      'ea-to-csp': 'ea_to_csp',
    };
    expect(asks).toMatchObject([{ flow: flows[procedure] }]);
    expect(decisions).toMatchObject([{ flow: flows[procedure] }]);
  });

  test('who has to approve is asked of the procedure alone', async () => {
    const approvals = house.approvals.map((one) => ({ ...one, flows: one.flows?.filter((flow) => flow !== 'channel_check') }));
    const does = doing(worldOf('any', { house: HouseRules.parse({ ...house, approvals }) }));
    expect((await does.current(await does.opened(switching()))).approval).toStrictEqual({ people: 2, roles: ['admin_agent'] });
  });
});

describe('and nothing else', () => {
  const moved: readonly (readonly [string, Facts, Sitting, readonly Procedure[]])[] = [
    ['an Azure plan of another partner', azurePlan, {}, ['azure-plan-transfer']],
    ['legacy Azure while both ways were open', legacyAzure, { start: byHandStill }, ['manual-switch', 'azure-plan-transfer']],
    ['legacy Azure today', legacyAzure, {}, ['azure-plan-transfer']],
    ['a licence of another partner', licence, {}, ['licence-transfer']],
    ['Azure that was bought in Open', openAzure, {}, ['new-subscription']],
    ['Azure that was bought from Microsoft', { ...openAzure, 'item.boughtFrom': 'microsoft_direct' }, {}, ['new-subscription']],
    ['Azure of an agreement, by a partner that is no Azure Expert MSP', agreement, {}, ['new-subscription']],
  ];

  const pairs = moved.flatMap(([what, facts, sitting, left]) =>
    Procedure.options.map((procedure) => ({ what, facts, sitting, left, procedure })),
  );

  test.each(pairs)('$what: $procedure', async ({ facts, sitting, left, procedure }) => {
    const answer = await worldOf('any', sitting).handle(moving(procedure, { ...facts, 'item.eaKind': 'direct_ea' }));
    const isLeft = left.includes(procedure);
    expect(wordOf(answer)).toBe(isLeft ? 'awaiting-approval' : 'refusal.other-procedure');
    expect(valuesOf(answer)).toStrictEqual(isLeft ? {} : others(...left));
  });

  test.each([
    ['direct_ea', {}, 'ea-to-csp', 'new-subscription'],
    ['enterprise_mca', {}, 'ea-to-csp', 'new-subscription'],
    [null, {}, 'ea-to-csp', 'new-subscription'],
    ['indirect_ea', {}, 'new-subscription', 'ea-to-csp'],
    ['government_ea', {}, 'new-subscription', 'ea-to-csp'],
    ['direct_ea', { 'partner.type': 'indirect_provider' }, 'new-subscription', 'ea-to-csp'],
  ] as const)('an agreement of the kind %s, with %j, leaves %s and not %s', async (eaKind, known, left, other) => {
    const world = worldOf('ea-to-csp');
    for (const [path, value] of Object.entries(known)) world.facts.set(path as FactPath, value);
    const facts = { ...agreement, 'item.generation': 'azure_plan', 'item.eaKind': eaKind };
    expect(wordOf(await world.handle(moving(left, facts)))).toBe('awaiting-approval');
    const answer = await world.handle(moving(other, facts));
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.other-procedure', others(left)]);
  });

  test.each([
    ['direct_ea', { 'customer.azurePlanWithTarget': false }, 'NS-BUY-AZURE-PLAN'],
    ['disabled', {}, 'NS-REACTIVATE'],
  ] as const)('what an agreement has to have first opens no other way: %s, with %j', async (eaKind, known, step) => {
    const world = worldOf('ea-to-csp');
    for (const [path, value] of Object.entries(known)) world.facts.set(path as FactPath, value);
    const facts = { ...agreement, 'item.eaKind': eaKind };
    expect(valuesOf(await world.handle(moving('new-subscription', facts)))).toStrictEqual(others('ea-to-csp'));
    const answer = await world.handle(moving('ea-to-csp', facts));
    expect(wordOf(answer)).toBe('refusal.rules');
    expect(answer).toMatchObject({ decisions: [{ flow: 'ea_to_csp', nextSteps: [step] }] });
  });

  test('the kind of an agreement is asked for where it matters, and nowhere else', async () => {
    const untold = { ...agreement, 'item.eaKind': undefined, 'item.generation': 'azure_plan' };
    const answer = await worldOf('ea-to-csp').handle(moving('ea-to-csp', untold));
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.facts-missing', { paths: 'item.eaKind' }]);
    expect(wordOf(await worldOf('any').handle(moving('new-subscription', untold)))).toBe('awaiting-approval');
  });

  test('which way it goes is said before anything is asked that only the wrong way needs', async () => {
    const asked = switching('new-subscription');
    const { 'req.isUpgrade': isUpgrade, ...told } = asked.proposal.told;
    expect(isUpgrade).toBe(false);
    const [subject] = moving('azure-plan-transfer', {}).proposal.subjects;
    const proposal = { ...asked.proposal, told, subjects: [subject] };
    expect(wordOf(await worldOf('any').handle({ ...asked, proposal }))).toBe('refusal.other-procedure');
  });
});

describe('what moves together moves in one way', () => {
  test('two that the same procedure moves', async () => {
    const asked = moving('azure-plan-transfer', azurePlan, legacyAzure);
    expect(wordOf(await worldOf('any').handle(asked))).toBe('awaiting-approval');
  });

  test.each<readonly [Procedure, readonly Procedure[]]>([
    ['azure-plan-transfer', ['licence-transfer']],
    ['licence-transfer', ['azure-plan-transfer']],
    ['new-subscription', ['azure-plan-transfer', 'licence-transfer']],
  ])('two of which %s moves one or none: it is said which way the rest goes', async (procedure, rest) => {
    const world = worldOf('any');
    const answer = await world.handle(moving(procedure, azurePlan, licence));
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.other-procedure', others(...rest)]);
    expect(await world.store.cases(null, 10)).toStrictEqual([]);
  });

  test('two of the same name are two', async () => {
    const asked = moving('azure-plan-transfer', azurePlan, licence);
    for (const subject of asked.proposal.subjects) Object.assign(subject, { id: 'web-shop' });
    expect(wordOf(await worldOf('any').handle(asked))).toBe('refusal.other-procedure');
  });

  test('one of them that nothing of ours moves', async () => {
    const direct = { ...licence, 'item.boughtFrom': 'microsoft_direct' };
    expect(wordOf(await worldOf('any').handle(moving('azure-plan-transfer', azurePlan, direct)))).toBe('refusal.no-procedure');
  });
});

describe('where the policy leaves no procedure', () => {
  test.each([
    ['a licence that Microsoft sold', { ...licence, 'item.boughtFrom': 'microsoft_direct' }, 'NS-PROVISION-EQUIVALENT-OFFER'],
    ['a licence whose term is over', { ...licence, 'item.term': 'ended' }, 'NS-PROVISION-EQUIVALENT-OFFER'],
    ['what is ours', { ...azurePlan, 'item.boughtFrom': 'own' }, 'NS-NONE'],
    ['what a person has to look at', { ...azurePlan, 'item.boughtFrom': 'syndication' }, 'NS-ESCALATE-REVIEW'],
  ])('%s: the next steps are said', async (_, facts, step) => {
    for (const procedure of Procedure.options) {
      const answer = await worldOf('ea-to-csp').handle(moving(procedure, { ...facts, 'item.eaKind': null }));
      expect(wordOf(answer)).toBe('refusal.no-procedure');
      const decisions = answer.kind === 'refused' ? answer.decisions : [];
      expect(decisions.map(({ flow }) => flow)).toStrictEqual(['channel_check']);
      expect(decisions.flatMap(({ nextSteps }) => nextSteps)).toContain(step);
    }
  });
});

describe('what the channel refuses is refused', () => {
  test.each<readonly [string, Facts, Facts, string]>([
    ['a legacy licence in its term', { ...licence, 'item.generation': 'legacy' }, {}, 'R-LIC-NO-PARTNER-SWITCH'],
    ['out of another cloud', { ...openAzure, 'item.crossCloudMove': true }, {}, 'R-NO-CLOUD-CROSSING'],
    ['a wish that it never fulfils', azurePlan, { 'req.expects': ['change_terms'] }, 'R-MP-NO-TERMS-CHANGE'],
  ])('%s, whatever procedure is asked for', async (_, facts, told, rule) => {
    for (const procedure of Procedure.options) {
      const asked = moving(procedure, { ...facts, 'item.eaKind': null });
      const answer = await worldOf('any').handle({
        ...asked,
        proposal: { ...asked.proposal, told: { ...asked.proposal.told, ...told } },
      });
      expect([wordOf(answer), rulesOf(answer)]).toStrictEqual(['refusal.rules', [rule]]);
    }
  });

  test('and what may not even be asked, by the house', async () => {
    const mayAsk = [{ flows: ['channel_check'], roles: ['admin_agent'] }];
    const world = worldOf('any', { house: HouseRules.parse({ ...house, mayAsk }) });
    expect(rulesOf(await world.handle(switching()))).toStrictEqual(['H-MAY-ASK']);
    expect(wordOf(await world.handle(switching('azure-plan-transfer', 'ada')))).toBe('awaiting-approval');
  });

  test('a fact that it needs is asked for by its name', async () => {
    const answer = await worldOf('any').handle(moving('azure-plan-transfer', { 'item.boughtFrom': null, 'item.term': 'gone' }));
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.facts-missing', { paths: 'item.boughtFrom, item.term' }]);
  });

  test('nobody says what is wanted in place of us', async () => {
    const answer = await worldOf('any').handle(
      moving('licence-transfer', { ...licence, 'item.boughtFrom': 'open', 'req.intent': 'add_services' }),
    );
    expect(wordOf(answer)).not.toBe('awaiting-approval');
  });
});

describe('proceduresLeft', () => {
  type Decided = Case['decisions'][number];
  const said = (flow: Decided['flow'], verdict: Decided['verdict'], ...nextSteps: string[]): Decided => ({
    flow,
    about: 'web-shop',
    verdict,
    findings: [],
    nextSteps,
    edition: { date: '2026-03-02', cloud: 'global', id: 'P12', fingerprint: '', houseRules: null },
    facts: {},
    told: [],
  });

  test('nothing asked, nothing left', () => {
    expect(proceduresLeft([])).toStrictEqual([]);
    expect(proceduresLeft([said('azure_plan_transfer', 'allow', 'NS-START-AZPLAN-TRANSFER')])).toStrictEqual([]);
    expect(whyNotThisWay({ procedure: 'new-subscription' }, [])).toMatchObject({ says: { key: 'refusal.no-procedure' } });
  });

  test('a no opens no way, whatever it tells to do instead', () => {
    expect(proceduresLeft([said('channel_check', 'deny', 'NS-CREATE-NEW-AZURE-SUB')])).toStrictEqual([]);
  });

  test('what is left for all, in the order in which procedures are told', () => {
    const both = said('channel_check', 'allow', 'NS-START-AZPLAN-TRANSFER', 'NS-START-LEGACY-SWITCH');
    expect(proceduresLeft([both])).toStrictEqual(['manual-switch', 'azure-plan-transfer']);
    expect(proceduresLeft([both, said('channel_check', 'allow', 'NS-START-AZPLAN-TRANSFER')])).toStrictEqual([
      'azure-plan-transfer',
    ]);
    expect(proceduresLeft([both, said('channel_check', 'allow', 'NS-WAIT-TERM-END')])).toStrictEqual([]);
  });
});

test('every refusal of a procedure names it in each language', async () => {
  const { says } = (await worldOf('any').handle(moving('new-subscription', azurePlan, licence))) as { says: Says };
  for (const language of languages) {
    const { sayKey } = speakerOf(language);
    const sentence = sayKey(says.key, says.values);
    for (const procedure of ['azure-plan-transfer', 'licence-transfer'])
      expect(sentence).toContain(sayKey(`procedure.${procedure}`));
  }
});
