import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Reply } from '../../src/conversation/heard.ts';
import type { JourneyName } from '../../src/conversation/wizards/journey.ts';
import { buttonsOf } from '../../src/playground/teams/card/buttons.ts';
import { everyPart, partsIn, wordIn } from '../../src/playground/teams/card/card.ts';
import type { Card } from '../../src/playground/teams/card/card.ts';
import { reached } from '../commands/reached.ts';
import { doing, offered } from '../support/requests.ts';
import { atTalk } from '../support/talk-world.ts';

type At = ReturnType<typeof atTalk>;

/** What no service tells here, so that pages ask it. */
const untold = [
  ...['customer.tenantKind', 'customer.relatedTo', 'customer.otherCspPartners', 'req.expects', 'item.boughtFrom'],
  ...['gdap.azureGroupNested', 'providerResellerSameRegion', 'end.reservations'],
] as const;

/** How each journey is begun, and by what is typed. */
const begun: Readonly<Record<JourneyName, (at: At) => Promise<string>>> = {
  'request-admin': () => Promise.resolve('request admin for contoso.example'),
  check: () => Promise.resolve('check contoso.example'),
  'switch-azure': () => Promise.resolve('switch azure contoso.example'),
  renew: async ({ world }) => `renew ${await reached['admin-relationship'].active(world, doing(world))}`,
  end: async ({ world }) => `end ${await reached['admin-relationship'].active(world, doing(world))}`,
  'ask-customer': () => Promise.resolve('ask contoso.example: Web shop'),
  'hand-out': async ({ world }) => `decide ${await doing(world).opened(offered(world))}`,
};

/** What people type in between. */
const interruptions = ['back', 'cancel', 'help', 'cases', 'who am i', 'check adatum.example', 'rules R-NONE', 'блабла', '   '];

interface Walker {
  readonly at: At;
  card: Card;
}

const cardIn = (reply: Reply): Card => {
  if (reply.kind !== 'card') throw new Error(`Answered with ${reply.kind}`);
  const card = reply.card as Card;
  expect(buttonsOf(card).length).toBeLessThanOrEqual(6);
  expect(wordIn(card.speak)).not.toBe('');
  return card;
};

const inputsOf = (card: Card): Card[] => [...everyPart(card)].filter(({ type }) => wordIn(type).startsWith('Input.'));

const valuesOf = ({ choices, isMultiSelect }: Card): string[] => [
  ...(isMultiSelect === true ? [''] : []),
  ...partsIn(choices).map(({ value }) => wordIn(value)),
];

const junk = ['', '0', '-1', '9999999999', 'https://evil.example', '<b>x</b>', 'it@contoso.example', 'a'.repeat(3000)];

/** One of the choices, or what is sent by those who do not look. */
const anyAnswer = (field: Card, pick: number): string => {
  const values = valuesOf(field);
  const all = field.type === 'Input.Toggle' ? ['true', 'false', 'perhaps'] : [...values, ...values, ...values, ...junk];
  return all[pick % all.length] ?? '';
};

const sound: Readonly<Record<string, string>> = { typed: 'contoso.example', contact: 'it@contoso.example', words: 'As agreed.' };

const oneOf = (field: Card, pick: number): string | undefined => valuesOf(field).at(pick % (valuesOf(field).length || 1));

/** What nobody can object to. */
const soundAnswer = (field: Card): string => {
  if (field.type === 'Input.Toggle') return 'true';
  if (field.type === 'Input.Number') return wordIn(field.value) || (typeof field.min === 'number' ? String(field.min) : '1');
  return oneOf(field, 0) ?? sound[wordIn(field.id)] ?? '';
};

const presses = async (walker: Walker, button: Card, answer: (field: Card) => string): Promise<void> => {
  const data = (button.data ?? {}) as Record<string, unknown>;
  const inputs = Object.fromEntries(inputsOf(walker.card).map((field) => [wordIn(field.id), answer(field)]));
  const [verb, id, seen] = [wordIn(button.verb), wordIn(data.id), wordIn(data.seen)];
  walker.card = cardIn(await walker.at.hear('ada', { kind: 'press', verb, id, seen, inputs, isAutomatic: false }));
};

/** Presses something, or types something. */
const stumbles = async (walker: Walker, pick: number): Promise<void> => {
  const buttons = buttonsOf(walker.card).filter(({ type }) => type !== 'Action.OpenUrl');
  const button = buttons[pick % (buttons.length + 2)];
  if (button !== undefined) return presses(walker, button, (field) => anyAnswer(field, pick >> 3));
  const text = interruptions[pick % interruptions.length] ?? '';
  walker.card = cardIn(await walker.at.says('ada', text));
};

const isOnward = ({ verb }: Card): boolean => verb === 'page';

const MOST_PAGES = 16;

const isProblem = ({ color }: Card): boolean => color === 'Attention';
const isAmiss = (card: Card): boolean => [...everyPart(card)].some(isProblem);

/** On as somebody goes who answers as it happens, and reads what is wrong; as far as there is a page to fill in. */
const carriesOn = async (walker: Walker, picks: readonly number[]): Promise<void> => {
  for (let page = 0; page < MOST_PAGES; page++) {
    const [onward] = buttonsOf(walker.card).filter(isOnward);
    if (onward === undefined) return;
    const pick = picks[page % picks.length] ?? 0;
    const answer = isAmiss(walker.card) ? soundAnswer : (field: Card) => oneOf(field, pick) ?? soundAnswer(field);
    await presses(walker, onward, answer);
  }
};

const wordsOf = (card: Card): string => JSON.stringify([...everyPart(card)].map(({ text }) => text));

/** A case; no, and why; what a customer's belongings allow; a page that says what is wrong with it. */
const endOf = async ({ at, card }: Walker): Promise<string> => {
  const words = wordsOf(card);
  if ((await at.world.store.cases(null, 50)).some((one) => words.includes(one.case.id))) return 'a case';
  // Where a person has to decide and no procedure of ours fits, that is the reason.
  if (/"(?:Refused|To be reviewed): "/.test(words)) return words.includes('What to do next') ? 'a refusal' : `no way out: ${words}`;
  if (words.includes('May we support it?')) return 'an answer';
  return isAmiss(card) ? 'a problem' : `neither: ${words}`;
};

describe.each(Object.keys(begun) as JourneyName[])('whatever is said and pressed after “%s”', (journey) => {
  test('is answered with a card of at most six buttons, and ends in a case, a refusal or a page that says what is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(10_000), { maxLength: 10 }), async (picks) => {
        const at = atTalk();
        for (const path of untold) at.world.facts.set(path, undefined);
        const text = await begun[journey](at);
        const walker: Walker = { at, card: cardIn(await at.says('ada', text)) };
        for (const pick of picks) await stumbles(walker, pick);
        walker.card = cardIn(await at.says('ada', text));
        await carriesOn(walker, picks);
        expect(['a case', 'a refusal', 'an answer', 'a problem']).toContain(await endOf(walker));
      }),
      { numRuns: 10 },
    );
  });
});
