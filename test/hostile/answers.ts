import type { DoorAnswer } from '../../src/http/server.ts';
import type { Card } from '../../src/cards/render.ts';
import { findingsOf, interpretedIn } from '../support/card-check.ts';
import type { Attack } from './attack.ts';
import { secrets } from './attacks-on-the-door.ts';
import type { Attacker } from './attacker.ts';
import type { Shown } from './connector.ts';
import { caseSecret, draftSecret } from './scene.ts';
import { names } from './staff.ts';
import { EVIL } from './words.ts';
import type { Case } from '../../src/cases/case.ts';

/** What came of an attack, as anybody outside can see it. */
export interface Seen {
  readonly attack: Attack;
  readonly attacker: Attacker;
  readonly answer: DoorAnswer;
  readonly posted: readonly Shown[];
  readonly said: readonly string[];
}

/** Where in our code something stands is nobody’s business. */
const STACK = /\n\s+at |node_modules|file:\/\/|\.ts:\d/;
const BROKEN = /could not be (?:answered|shown|carried on)|nor could that|was not found|unhandled/;
/** What a template should have filled in. */
const UNFILLED = /\$\{(?:say|spoken|lang|title)\b/;

const outside = ({ answer, posted }: Seen): string[] => [answer.text, ...posted.map(({ text }) => text)];

const leaked = (seen: Seen): string[] => {
  const all = [...outside(seen), ...seen.said];
  return [
    ...(all.some((text) => secrets.some((secret) => text.includes(secret))) ? ['a token'] : []),
    ...(outside(seen).some((text) => STACK.test(text)) ? ['a stack trace'] : []),
  ];
};

const numberOf = ({ customer }: Case): number => Number(/\d+/.exec(customer.name)?.[0] ?? 0);

const hasPart = ({ person }: Attacker, { requester, takenOverBy, approvals }: Case): boolean =>
  person !== null &&
  (person.roles.some((role) => role === 'admin_agent' || role === 'global_admin') ||
    [requester, ...takenOverBy, ...approvals.map(({ by }) => by)].some(({ id }) => id === person.id));

const drafts = (seen: Seen): string[] => {
  const others = names.filter((name) => name !== seen.attacker.name);
  const found = others.filter((name) => outside(seen).some((text) => text.includes(draftSecret(name))));
  return found.map((name) => `the draft of ${name}`);
};

/** What somebody may know only who has a part in the case, or is one of ours. */
const ofCases = (seen: Seen, cases: Iterable<Case>): string[] => {
  const all = outside(seen).join('\n');
  const found: string[] = [];
  for (const current of cases) {
    const { id, customer } = current;
    const inside = [caseSecret(numberOf(current)), customer.contact ?? caseSecret(0)];
    const names = seen.attacker.person === null ? [id, customer.name, customer.domain ?? id] : [];
    const hidden = hasPart(seen.attacker, current) ? [] : inside;
    if ([...names, ...hidden].some((text) => all.includes(text))) found.push(`something of ${id}`);
  }
  return found;
};

/** Everything that somebody may read now who may not. */
export const leaksIn = (seen: Seen, cases: Iterable<Case>): string[] => [...leaked(seen), ...drafts(seen), ...ofCases(seen, cases)];

const isAnswer = (body: unknown): body is { readonly type: string; readonly value: unknown } =>
  typeof body === 'object' &&
  body !== null &&
  (('statusCode' in body && 'type' in body && 'value' in body) || 'composeExtension' in body);

const REFUSALS = [400, 401, 403, 413];

/** What was answered to whoever showed a token that is worth nothing, or to an invoke. */
const wrongStatus = ({ attack: { token }, attacker, answer: { status, text } }: Seen): string[] => {
  if (status !== 200) return REFUSALS.includes(status) ? [] : [`HTTP ${status}`];
  if (token !== 'good') return ['a worthless token was taken'];
  if (!attacker.isInvoke) return text === '' ? [] : ['a message was answered like an invoke'];
  return isAnswer(JSON.parse(text)) ? [] : ['an invoke was answered with nothing'];
};

const cardOf = ({ answer: { text } }: Seen): object[] => {
  if (!text.startsWith('{')) return [];
  const { value, type } = JSON.parse(text) as { value?: object; type?: string };
  return type === 'application/vnd.microsoft.card.adaptive' && value ? [value] : [];
};

export const cardsIn = (seen: Seen): object[] => [...cardOf(seen), ...seen.posted.flatMap(({ card }) => card ?? [])];

/** Teams shows six buttons; the parser, which asks nobody, would show five. */
const FIVE = 'Maximum number of actions exceeded (5).';

const wrongCard = (card: Card): string[] => [
  ...findingsOf(card).filter((finding) => finding !== FIVE),
  ...(UNFILLED.test(JSON.stringify(card)) ? ['a template shows through'] : []),
  ...(interpretedIn(card).some((text) => text.includes(EVIL) && /:\/\/|\]\(|<|\*\*/.test(text))
    ? ['what somebody wrote is interpreted']
    : []),
];

/** Everything that is not as an answer of ours has to be. */
export const crashesIn = (seen: Seen, looksAtCards: boolean): string[] => [
  ...wrongStatus(seen),
  ...seen.said.filter((sentence) => BROKEN.test(sentence)),
  ...(looksAtCards ? cardsIn(seen).flatMap((card) => wrongCard(card as Card)) : []),
];
