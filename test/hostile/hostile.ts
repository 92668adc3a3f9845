import { createServer, listen } from '../../src/http/server.ts';
import type { Door, DoorAnswer } from '../../src/http/server.ts';
import { createChance } from '../storm/chance.ts';
import type { Chance } from '../storm/chance.ts';
import { cardsIn, crashesIn, leaksIn } from './answers.ts';
import type { Seen } from './answers.ts';
import type { Attack, Attacking, Means } from './attack.ts';
import { attackerOf } from './attacker.ts';
import { onCases } from './attacks-on-cases.ts';
import { onTheDoor } from './attacks-on-the-door.ts';
import { tokens } from './house.ts';
import type { Breakable } from './house.ts';
import { forbiddenIn } from './oracle.ts';
import { openScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { names, personalChat, staff } from './staff.ts';
import { createWords } from './words.ts';
import type { Words } from './words.ts';

interface Wanted {
  readonly attacks: number;
  readonly seed: number;
  /** Through a server and a socket, as Teams does it; otherwise they are handed to the door. */
  readonly overHttp?: boolean;
  readonly say?: (sentence: string) => void;
  /** Where a test breaks something, to see that it is noticed. */
  readonly breakable?: Breakable;
  /** The first thing that is found is enough. */
  readonly untilFound?: boolean;
}

interface Found {
  readonly attacks: number;
  readonly forbidden: number;
  readonly crashed: number;
  readonly leaked: number;
  /** Cases that were changed by those who may: where nothing ever changes, nothing is tested. */
  readonly changed: number;
  readonly findings: readonly string[];
  readonly kinds: Readonly<Record<string, number>>;
}

/** After so many attacks there is little left of a scene. */
const A_SCENE = 1000;
const MOST_FINDINGS = 6;
/** To look at each card with the parser takes longer than all the rest. */
const LOOKS_AT_EVERY = 20;
const KEPT = 50;

/** What is turned away at once is cheap to try, and tried more often. */
const attacks: readonly (readonly [string, Attacking])[] = [onTheDoor, onTheDoor, onCases].flatMap(Object.entries<Attacking>);

const meansOf = (scene: Scene, chance: Chance, words: Words): Means & { readonly earlier: Attack[] } => {
  let ids = 0;
  const [first, ...others] = names;
  return {
    chance,
    words,
    scene,
    anybody: () => chance.oneOf([first, ...others]),
    anyButton: () => {
      const found = scene.buttons[chance.below(scene.buttons.length)];
      if (found === undefined) throw new Error('Nobody has been shown a button');
      return found;
    },
    anyCase: () => [...scene.house.cases.keys()][chance.below(scene.house.cases.size)] ?? '',
    nextId: () => `f:${++ids}`,
    earlier: [],
  };
};

type Open = Door['open'];

/** The door, or a server with a socket before it. */
const reached = async ({ house: { door } }: Scene, overHttp: boolean) => {
  if (!overHttp) return { open: door.open, close: () => undefined };
  const server = createServer([], [door]);
  const port = await listen(server, 0, '127.0.0.1');
  const open: Open = async ({ headers: { authorization }, raw }) => {
    const answer = await fetch(`http://127.0.0.1:${port}${door.path}`, {
      method: 'POST',
      body: Buffer.from(raw),
      headers: { 'Content-Type': 'application/json', ...(authorization !== undefined && { authorization }) },
    });
    return { status: answer.status, text: await answer.text() };
  };
  const close = (): void => {
    server.server.closeAllConnections();
    server.close();
  };
  return { open, close };
};

const opened = async (open: Open, { body, token }: Attack): Promise<DoorAnswer> => {
  const shown = tokens[token];
  try {
    return await open({
      headers: shown === null ? {} : { authorization: `Bearer ${shown}` },
      raw: Buffer.from(body),
      from: '127.0.0.1',
    });
  } catch (error) {
    return { status: 500, text: String(error) };
  }
};

/** What came of one attack, once everything has been dealt with. */
const attackedBy = async (scene: Scene, open: Open, attack: Attack) => {
  const { house } = scene;
  const from = { kept: house.kept.length, shown: house.shown.length, said: house.said.length };
  const answer = await opened(open, attack);
  await house.settled();
  const seen: Seen = {
    attack,
    attacker: attackerOf(attack),
    answer,
    posted: house.shown.slice(from.shown),
    said: house.said.slice(from.said),
  };
  return { seen, kept: house.kept.slice(from.kept), before: house.shown.slice(0, from.shown) };
};

/** Whoever was shown a card may press what is on it. */
const remember = (scene: Scene, { attacker }: Seen, cards: readonly object[]): void => {
  if (attacker.name === null) return;
  const { id } = staff(attacker.name);
  for (const card of cards) scene.keep(card, { owner: attacker.name, chat: personalChat(id), replyToId: 'shown' });
};

/** All kinds of attacks on a bot with cases and drafts of several people; afterwards, whatever should not have happened. */
export const hostile = async ({
  attacks: wanted,
  seed,
  overHttp = false,
  untilFound = false,
  say = () => undefined,
  breakable = {},
}: Wanted): Promise<Found> => {
  const words = createWords(seed);
  const sum = { forbidden: 0, crashed: 0, leaked: 0, changed: 0 };
  const findings: string[] = [];
  const kinds: Record<string, number> = {};
  const unhandled: unknown[] = [];
  const hear = (error: unknown): void => void unhandled.push(error);
  process.on('unhandledRejection', hear);

  const note = (what: 'forbidden' | 'crashed' | 'leaked', found: readonly string[], number: number, { kind, body }: Attack) => {
    sum[what] += found.length;
    if (findings.length >= MOST_FINDINGS) return;
    for (const one of found)
      findings.push(`${what}: attack ${number} (${kind}): ${one.slice(0, 600)}\n  ${String(body).slice(0, 1000)}`);
  };

  const attacked = async (scene: Scene, open: Open, { number, ...attack }: Attack & { readonly number: number }): Promise<void> => {
    const { seen, kept, before } = await attackedBy(scene, open, attack);
    const changes = kept.filter(({ change }) => change.next);
    sum.changed += changes.length;
    note(
      'forbidden',
      kept.flatMap((one) => forbiddenIn(seen.attacker, one, before)),
      number,
      attack,
    );
    note('leaked', leaksIn(seen, scene.house.cases.values()), number, attack);
    const broken = unhandled.splice(0).map((error) => `unhandled: ${String(error)}`);
    note('crashed', [...crashesIn(seen, number % LOOKS_AT_EVERY === 0), ...broken], number, attack);
    remember(scene, seen, cardsIn(seen));
    if (changes.length === 0) return;
    await scene.house.tick();
    scene.harvest();
  };

  const play = async (first: number, last: number): Promise<void> => {
    const scene = await openScene(breakable);
    const { open, close } = await reached(scene, overHttp);
    const chance = createChance(seed + first);
    const means = meansOf(scene, chance, words);
    for (let number = first; number < last && !(untilFound && findings.length > 0); number += 1) {
      const [kind, make] = attacks[chance.below(attacks.length)] ?? [];
      if (kind === undefined || make === undefined) throw new Error('There is no attack');
      const attack: Attack = { token: 'good', ...make(means), kind };
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      means.earlier.push(attack);
      if (means.earlier.length > KEPT) means.earlier.shift();
      await attacked(scene, open, { ...attack, number });
    }
    close();
  };

  try {
    for (let first = 0; first < wanted; first += A_SCENE) {
      await play(first, Math.min(first + A_SCENE, wanted));
      if (first > 0 && first % (10 * A_SCENE) === 0) say(`${first} attacks`);
    }
  } finally {
    process.off('unhandledRejection', hear);
  }
  return { attacks: wanted, ...sum, findings, kinds };
};
