import { describe, expect, test } from '@jest/globals';
import type { Case } from '../../src/cases/case.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { createHandle } from '../../src/commands/handle.ts';
import type { Handled } from '../../src/commands/handle.ts';
import { catalogues, speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { HouseRules } from '../../src/policy/index.ts';
import type { Says } from '../../src/policy/index.ts';
import { StoreError } from '../../src/ports.ts';
import { click, doing, ending, inquiring, inviting, moving, offered, renewing, switching } from '../support/requests.ts';
import { wordOf } from '../support/answers.ts';
import { createWorld, house } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { reached } from './reached.ts';
import { codes, failures, refusals, sentenceKeys, tellings } from './sentence-keys.ts';

type Doing = ReturnType<typeof doing>;

/** A case that stands where it has to, and then what is pressed. */
const at =
  <K extends Case['kind']>(
    kind: K,
    status: keyof (typeof reached)[K],
    press: (does: Doing, id: CaseId, world: World) => Promise<Handled>,
  ) =>
  async (world: World): Promise<Handled> => {
    const way = reached[kind][status] as (world: World, does: Doing) => Promise<CaseId>;
    const does = doing(world);
    const id = await way(world, does);
    return press(does, id, world);
  };

const asked = (press: (does: Doing, id: CaseId, world: World) => Promise<Handled>) =>
  at('admin-relationship', 'awaiting-approval', press);
const active = (press: (does: Doing, id: CaseId, world: World) => Promise<Handled>) => at('admin-relationship', 'active', press);

const otherTenant = 'c0570002-0002-4c02-8c02-0000000000c2';

/** What has to happen for each of them to be said. */
const provoked: Readonly<Record<string, (world: World) => Promise<Handled>>> = {
  'unknown-case': (world) => doing(world).says('ana', 'withdraw-case', 'ADM-00000-00000' as CaseId),
  'not-now': at('admin-relationship', 'declined', (does, id) => does.withdraw(id, 'ana')),
  'already-decided': at('admin-relationship', 'declined', (does, id) => does.approve(id, 'ada')),
  'own-request': asked((does, id) => does.approve(id, 'ana')),
  'not-an-approver': asked((does, id) => does.approve(id, 'sven')),
  'approved-already': at('azure-switch', 'awaiting-approval', async (does, id) => {
    await does.approve(id, 'ada');
    return does.approve(id, 'ada');
  }),
  'approved-by-you': at('azure-switch', 'awaiting-approval', async (does, id) => {
    await does.approve(id, 'ada');
    return does.takeOver(id, 'ada');
  }),
  changed: asked((does, id) => does.says('ada', 'approve-case', id, { seen: 'something else' })),
  'no-approver': (world) =>
    createHandle({ ...world.ports, house: () => HouseRules.parse({ ...house, approvals: [] }) })(inviting()),
  'review-needed': async (world) => {
    const does = doing(world);
    return does.approve(await does.opened({ ...inviting(), cloud: 'us_gov' }), 'ada');
  },
  rules: (world) => {
    world.facts.set('customer.relatedTo', 'self');
    return world.handle(inviting());
  },
  'not-yours': asked((does, id) => does.withdraw(id, 'sven')),
  'yours-already': asked((does, id) => does.takeOver(id, 'ana')),
  'unknown-item': at('azure-switch', 'preparing', (does, id) => does.confirm(id, 'ana', 'coffee-made')),
  'item-done': at('azure-switch', 'preparing', async (does, id) => {
    await does.confirm(id, 'ana', 'agreement-accepted');
    return does.confirm(id, 'ana', 'agreement-accepted');
  }),
  'link-needed': async (world) => {
    const does = doing(world);
    const id = await does.opened({ ...inviting({ reseller: null }), cloud: 'china_21v' });
    await does.approve(id, 'ada', '21Vianet has confirmed it.');
    return does.confirm(id, 'ana', 'make-gdap-invitation', 'It is done.');
  },
  'being-prepared': at('admin-relationship', 'preparing', (does, id) => does.withdraw(id, 'ana')),
  'being-cancelled': at('azure-switch', 'awaiting-other-partner', async (does, id) => {
    await does.withdraw(id, 'ana');
    return does.withdraw(id, 'ana');
  }),
  'partly-accepted': at('admin-relationship', 'awaiting-customer', async (does, id, world) => {
    const yes = { what: 'reseller', acceptedAt: world.now(), endsAt: null };
    await does.reports('record-customer-accepted', id, yes, 'watch');
    return does.withdraw(id, 'ana');
  }),
  'not-paused': at('admin-relationship', 'awaiting-customer', (does, id) => does.says('ana', 'resume-follow-ups', id)),
  'pause-is-over': at('admin-relationship', 'awaiting-customer', (does, id) =>
    does.says('ana', 'pause-follow-ups', id, { until: '2000-01-01' }),
  ),
  'pause-too-long': at('admin-relationship', 'awaiting-customer', (does, id) =>
    does.says('ana', 'pause-follow-ups', id, { until: '2999-01-01' }),
  ),
  'not-active': asked((_, id, { handle }) => handle(renewing(id))),
  'renewed-already': active(async (does, id, { handle }) => {
    await does.reports('record-relationship-renewed', id, { by: 'ADM-00000-00000' });
    return handle(renewing(id));
  }),
  'renewal-open': active(async (_, id, { handle }) => {
    await handle(renewing(id));
    return handle(renewing(id));
  }),
  'other-procedure': ({ handle }) => handle(switching('manual-switch')),
  'no-procedure': ({ handle }) => handle(moving('licence-transfer', { 'item.boughtFrom': 'microsoft_direct' })),
  'other-customer': active((_, id, { handle }) =>
    handle(ending(id, { customer: { ...inviting().customer, tenant: otherTenant } })),
  ),
  'other-command': async ({ handle }) => {
    const key = click();
    await handle({ ...inviting(), key });
    return handle({ ...switching(), key });
  },
  'facts-missing': (world) => {
    world.facts.set('partner.type', undefined);
    return world.handle(inviting());
  },
  'no-contact': ({ handle }) => handle(inquiring({ customer: { ...inviting().customer, contact: null } })),
  'no-answers-page': (world) => createHandle({ ...world.ports, hasAnswersPage: false })(inquiring()),
  unreadable: ({ handle }) => handle({ ...inviting(), cloud: 'Azure' }),
  'words-needed': asked((does, id) => does.decline(id, 'bo', ' ')),
  'other-wish': at('admin-relationship', 'sent-back', (does, id) => does.answer(id, 'ana', 'Rather this.', switching().proposal)),
  'still-open': at('azure-switch', 'moving', async (does, id) => {
    await does.getsStuck(id, 'watch-transfer');
    return does.withdraw(id, 'ana', 'Enough.');
  }),
  'no-such-letter': at('admin-relationship', 'stuck', (does, id) =>
    does.says('ana', 'retry-dead-letter', id, { effect: 'nothing' }),
  ),
};

const broken = (trouble: StoreError['trouble']) => (world: World) => {
  const commit = () => Promise.reject(new StoreError(trouble, 'The disk is full'));
  return createHandle({ ...world.ports, store: { ...world.store, commit } })(inviting());
};

const failed: Readonly<Record<string, (world: World) => Promise<Handled>>> = {
  'not-kept': broken('not-kept'),
  unknown: broken('unknown'),
  unreachable: (world) => {
    world.unreachable.add('Partner Center');
    return world.handle(inviting());
  },
  busy: (world) => {
    const commit = () => Promise.resolve('conflict' as const);
    return createHandle({ ...world.ports, store: { ...world.store, commit } })(inviting());
  },
};

/** Something is missing in it, or it was never put into words. */
const GAP = /undefined|\[object|NaN|[{}]|refusal\.|failure\.|status\.|value\./;

const saidInAll = (answer: Handled): string[] => {
  if (!('says' in answer)) throw new TypeError(`Nothing is said: ${JSON.stringify(answer)}`);
  const { key, values } = answer.says;
  return languages.map((language) => speakerOf(language).sayKey(key, values as Says['values']));
};

describe('every refusal can be reached, and is said in every language with what it is given', () => {
  test('each that there is in the code has its example here, and none has been left behind', () => {
    expect(Object.keys(provoked).sort()).toStrictEqual([...refusals].sort());
    expect(Object.keys(failed).sort()).toStrictEqual([...failures].sort());
  });

  test.each(Object.entries(provoked))('%s', async (code, provoke) => {
    const answer = await provoke(createWorld());
    expect(wordOf(answer)).toBe(`refusal.${code}`);
    const sentences = saidInAll(answer);
    expect(sentences.filter((sentence) => sentence.length < 6 || GAP.test(sentence))).toStrictEqual([]);
    expect(new Set(sentences).size).toBe(languages.length);
  });

  test.each(Object.entries(failed))('%s', async (code, provoke) => {
    const answer = await provoke(createWorld());
    expect(wordOf(answer)).toBe(`failure.${code}`);
    expect(saidInAll(answer).filter((sentence) => GAP.test(sentence))).toStrictEqual([]);
  });

  test('and so is what the rules say together with it', async () => {
    const answer = await provoked.rules?.(createWorld());
    const findings = answer?.kind === 'refused' ? answer.decisions.flatMap((decided) => decided.findings) : [];
    expect(findings.length).toBeGreaterThan(0);
    for (const { says } of findings)
      for (const language of languages)
        expect(speakerOf(language).sayKey(says.key, says.values as Says['values'])).not.toMatch(GAP);
  });
});

describe('every code that is shown has its sentence', () => {
  const known = new Set(Object.keys(catalogues.en));

  test.each(Object.entries(codes))('%s', (first, all) => {
    expect(all.length).toBeGreaterThan(1);
    expect(all.filter((code) => !known.has(`${first}.${code}`))).toStrictEqual([]);
  });

  test('and no sentence is left that nobody says', () => {
    const said = new Set(sentenceKeys);
    const unused = [...known].filter((key) => Object.keys(codes).includes(key.split('.')[0] ?? '') && !said.has(key));
    expect(unused).toStrictEqual([]);
  });

  test('what people are told needs nothing but what every case can say: who asked, for whom, its number, a day, and what has stayed behind', () => {
    const values = {
      requester: 'Ana Ruiz',
      customer: 'Contoso Bakery',
      id: 'ADM-00000-00000',
      day: { day: '2026-03-02' },
      left: 'Exchange',
    };
    const told = tellings.flatMap((code) =>
      languages.map((language) => speakerOf(language).sayKey(`told.${code}`, values as unknown as Says['values'])),
    );
    expect(told.filter((sentence) => GAP.test(sentence) || !/Contoso|ADM-/.test(sentence))).toStrictEqual([]);
  });

  test('an offer of another partner is told to somebody, too', async () => {
    const world = createWorld();
    await doing(world).opened(offered(world));
    await world.settle();
    expect(world.told().map(({ says }) => says)).toContain('told.transfer-offered');
  });
});
