import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Status } from '../../src/cases/asking/states.ts';
import { kinds } from '../../src/cases/case.ts';
import { Effect, isAwaited, isOffered, isService, isWanted, laneOf, letters } from '../../src/cases/effect.ts';
import type { EffectKind } from '../../src/cases/effect.ts';
import en from '../../src/languages/en.json' with { type: 'json' };
import { Cloud } from '../../src/policy/index.ts';
import { ana, bruno, otherAdminId } from '../support/cases.ts';
import { examples } from './lives/all.ts';

const relationshipId = 'gdap-1';
const transferId = 'transfer-1';

/** One of each kind. */
const effects: { readonly [K in EffectKind]: Extract<Effect, { kind: K }> } = {
  'get-reseller-link': { kind: 'get-reseller-link' },
  'create-relationship': { kind: 'create-relationship' },
  'extend-relationship': { kind: 'extend-relationship', relationshipId },
  'assign-groups': { kind: 'assign-groups', relationshipId },
  'end-relationship': { kind: 'end-relationship', relationshipId },
  'remove-reseller-relationship': { kind: 'remove-reseller-relationship' },
  'create-transfer': { kind: 'create-transfer' },
  'cancel-transfer': { kind: 'cancel-transfer', transferId },
  'accept-transfer': { kind: 'accept-transfer', transferId, items: ['sub-1'] },
  'watch-invitation': { kind: 'watch-invitation', what: 'gdap', relationshipId },
  'watch-relationship': { kind: 'watch-relationship', relationshipId },
  'watch-transfer': { kind: 'watch-transfer', transferId },
  'send-letter': { kind: 'send-letter', letter: 'invitation' },
  'show-case': { kind: 'show-case' },
  notify: { kind: 'notify', whom: 'approvers', says: 'told.asked' },
  tell: { kind: 'tell', person: ana, says: 'told.asked' },
  'report-to-case': { kind: 'report-to-case', to: otherAdminId, what: 'relationship-renewed', part: null },
};
const one = Object.values(effects);
const kindsOf = (those: readonly Effect[]) => those.map(({ kind }) => kind).sort();

test('there is one of each kind', () => {
  expect(kindsOf(one)).toStrictEqual(Effect.options.flatMap(({ shape }) => [...shape.kind.values]).sort());
});

describe('an effect is still wanted', () => {
  const wantedIn = (effect: Effect) => Status.options.filter((status) => isWanted(effect, status));

  test.each<[EffectKind, Status[]]>([
    ['get-reseller-link', ['preparing']],
    ['create-relationship', ['preparing']],
    ['extend-relationship', ['preparing']],
    ['assign-groups', ['granting']],
    ['end-relationship', ['ending']],
    ['remove-reseller-relationship', ['ending']],
    ['create-transfer', ['preparing']],
    ['cancel-transfer', ['awaiting-other-partner']],
    ['accept-transfer', ['moving']],
    ['watch-invitation', ['awaiting-customer', 'granting']],
    ['watch-relationship', ['active']],
    ['watch-transfer', ['awaiting-other-partner', 'awaiting-our-decision', 'moving']],
  ])('%s: only while it is %j', (kind, statuses) => {
    expect(wantedIn(effects[kind])).toStrictEqual(statuses);
  });

  test.each<[string, Status[]]>([
    ['told.asked', ['awaiting-approval']],
    ['told.approval-waits', ['awaiting-approval']],
    ['told.decision-waits', ['awaiting-our-decision']],
    ['told.question-answered', ['awaiting-approval']],
    ['told.answer-waits', ['sent-back']],
  ])('%s: only while it is %j, whoever is told', (says, statuses) => {
    expect(wantedIn({ ...effects.notify, says })).toStrictEqual(statuses);
    expect(wantedIn({ ...effects.tell, says })).toStrictEqual(statuses);
  });

  test.each<[(typeof letters)[number], Status[]]>([
    ['invitation', ['awaiting-customer']],
    ['reminder', ['awaiting-customer']],
    ['about-to-expire', ['active']],
    ['switch-reminder', ['awaiting-other-partner']],
  ])('the letter %s, however late the mail server lets it through: only while it is %j', (letter, statuses) => {
    expect(wantedIn({ kind: 'send-letter', letter })).toStrictEqual(statuses);
  });

  test('cards, other letters, other news and other cases: always', () => {
    const always = [
      effects['show-case'],
      effects['report-to-case'],
      ...(['accepted', 'extended', 'ended', 'switch-planned', 'after-switch'] as const).map(
        (letter) => ({ kind: 'send-letter', letter }) as const,
      ),
      { ...effects.tell, says: 'told.stuck' },
      { ...effects.notify, says: 'told.declined' },
    ];
    for (const effect of always) expect(wantedIn(effect)).toStrictEqual(Status.options);
  });

  test('in every example as soon as it is set going', () => {
    for (const { after, effects: set, event } of kinds.flatMap((kind) => examples[kind].flat())) {
      const status = after.status === 'stuck' ? after.before.status : after.status;
      const unwanted = set.filter((effect) => !isWanted(effect, status)).map(({ kind }) => kind);
      expect([event.type, unwanted]).toStrictEqual([event.type, []]);
    }
  });
});

describe('the lanes', () => {
  test.each([
    ['services', one.filter((effect) => isService(effect))],
    ['letters', [effects['send-letter']]],
    ['cards', [effects['show-case']]],
    ['notices', [effects.notify]],
    ['cases', [effects['report-to-case']]],
    ['watch', [effects['watch-relationship'], effects['watch-transfer']]],
  ])('%s', (lane, those) => {
    expect(those).not.toHaveLength(0);
    for (const effect of those) expect(laneOf(effect)).toBe(lane);
  });

  test('one for each person who is told, so that nobody waits for another’s night to end', () => {
    expect(laneOf(effects.tell)).toBe('notices/ana');
    expect(laneOf({ ...effects.tell, person: bruno })).toBe('notices/bruno');
  });

  test('one for each invitation, so that neither is looked at only after the other', () => {
    expect(laneOf(effects['watch-invitation'])).toBe('watch/gdap');
    expect(laneOf({ ...effects['watch-invitation'], what: 'reseller' })).toBe('watch/reseller');
  });
});

test('services are what changes something at Microsoft', () => {
  expect(kindsOf(one.filter((effect) => isService(effect)))).toStrictEqual([
    'accept-transfer',
    'assign-groups',
    'cancel-transfer',
    'create-relationship',
    'create-transfer',
    'end-relationship',
    'extend-relationship',
    'get-reseller-link',
    'remove-reseller-relationship',
  ]);
});

describe('a case waits', () => {
  test('for services and watches, and for nothing that is only told or shown', () => {
    const withoutLetters = one.filter(({ kind }) => kind !== 'send-letter');
    expect(kindsOf(withoutLetters.filter((effect) => !isAwaited(effect)))).toStrictEqual([
      'notify',
      'report-to-case',
      'show-case',
      'tell',
    ]);
  });

  test('for the letter with the invitation or the questions, and for no other', () => {
    const awaited = letters.filter((letter) => isAwaited({ kind: 'send-letter', letter }));
    expect(awaited).toStrictEqual(['invitation', 'questions']);
  });
});

describe('where there is an interface', () => {
  const offered = (cloud: Cloud) => kindsOf(one.filter(({ kind }) => isService({ kind }) && isOffered(kind, cloud)));

  test.each<[Cloud, EffectKind[]]>([
    ['global', kindsOf(one.filter((effect) => isService(effect)))],
    ['us_gov', ['assign-groups', 'create-relationship', 'end-relationship', 'extend-relationship', 'remove-reseller-relationship']],
    ['china_21v', ['get-reseller-link', 'remove-reseller-relationship']],
    ['germany', []],
  ])('at %s: %j', (cloud, those) => {
    expect(offered(cloud)).toStrictEqual(those);
  });

  test('what is no service is done everywhere', () => {
    for (const { kind } of one.filter((effect) => !isService(effect))) {
      for (const cloud of Cloud.options) expect(isOffered(kind, cloud)).toBe(true);
    }
  });

  test('nothing is set going in an example where its cloud has no interface for it', () => {
    for (const { after, effects: set } of kinds.flatMap((kind) => examples[kind].flat())) {
      for (const { kind } of set)
        expect([kind, after.cloud, isOffered(kind, after.cloud)]).toStrictEqual([kind, after.cloud, true]);
    }
  });

  test('an invitation is watched in an example where the cloud has an interface that made it, and nowhere else', () => {
    const made = { reseller: 'get-reseller-link', gdap: 'create-relationship' } as const;
    const sent = examples['admin-relationship'].flat().filter(({ event }) => event.type === 'invitation-ready');
    expect([...new Set(sent.map(({ after }) => after.cloud))].sort()).toStrictEqual([...Cloud.options].sort());
    for (const { after, effects: set } of sent) {
      const invitations = 'invitations' in after ? after.invitations : [];
      const watchable = invitations.filter(({ what }) => isOffered(made[what], after.cloud));
      const watched = set.flatMap((effect) => (effect.kind === 'watch-invitation' ? [effect] : []));
      expect(watched).toStrictEqual(
        watchable.map(({ what, relationshipId: id }) => ({ kind: 'watch-invitation', what, relationshipId: id })),
      );
    }
  });
});

describe('what is told', () => {
  const catalogued = Object.keys(en).filter((key) => key.startsWith('told.'));
  const sources = ['asking', 'admin-relationship', 'azure-switch', 'customer-inquiry'].map((place) =>
    readFileSync(new URL(`../../src/cases/${place}/effects.ts`, import.meta.url), 'utf8'),
  );
  const written = sources.flatMap((text) =>
    [...text.matchAll(/\b(?:tell\('[a-z]+'|toldPerson\([^']+), '([^']+)'\)/g)].map(([, what = '']) => `told.${what}`),
  );

  test('has its sentence, and every sentence is told', () => {
    expect(written.length).toBeGreaterThan(30);
    expect([...new Set(written)].sort()).toStrictEqual(catalogued.sort());
  });

  test('every sentence is told in an example', () => {
    const told = kinds.flatMap((kind) =>
      examples[kind].flat().flatMap(({ effects: set }) => set.flatMap((effect) => ('says' in effect ? [effect.says] : []))),
    );
    expect([...new Set(told)].sort()).toStrictEqual(catalogued.sort());
  });
});
