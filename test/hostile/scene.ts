import type { Command } from '../../src/commands/catalog.ts';
import { seenOf } from '../../src/cases/seen.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import type { Case } from '../../src/cases/case.ts';
import { click, contoso, inviting, offered, switching } from '../support/requests.ts';
import { openHostileHouse, tokens } from './house.ts';
import type { Breakable, HostileHouse } from './house.ts';
import { nameOf, staff } from './staff.ts';
import type { StaffName } from './staff.ts';
import { pressing, saying } from './speech.ts';
import type { Activity, Pressable } from './speech.ts';

/** What only those may read who have a part in a case. */
export const caseSecret = (number: number): string => `Vertraulich-${number}-Ende`;
/** What nobody may read but whoever has written it. */
export const draftSecret = (name: StaffName): string => `Entwurf-${name}-Ende`;

export const customerName = (number: number): string => `Kunde Nummer ${number} GmbH`;

/** A button that somebody has been shown. */
export interface Button extends Pressable {
  readonly owner: StaffName;
  readonly chat: string;
}

const customerOf = (number: number): Case['customer'] => ({
  ...contoso,
  name: customerName(number),
  tenant: `c0570099-0099-4c99-8c99-0000000000${String(number).padStart(2, '0')}`,
  domain: `kunde-${number}.example`,
  contact: `vertraulich-${number}@kunde-${number}.example`,
});

type Done = (id: CaseId, by: StaffName) => Promise<void>;

const acting = (house: HostileHouse) => {
  let customers = 0;
  const must = async (command: object): Promise<CaseId> => {
    const answer = await house.handle(command);
    if (answer.kind !== 'done') throw new Error(`The scene could not be set: ${JSON.stringify(answer)}`);
    return answer.caseId;
  };
  const current = (id: CaseId): Case => {
    const found = house.cases.get(id);
    if (found === undefined) throw new Error(`No case ${id}`);
    return found;
  };
  const about =
    (name: Command['name'], fields: (id: CaseId) => object = () => ({})): Done =>
    async (id, by) => {
      await must({ name, key: click(), actor: staff(by), caseId: id, ...fields(id) });
    };
  const secret = (id: CaseId) => ({ words: caseSecret(Number(/\d+/.exec(current(id).customer.name)?.[0] ?? 0)) });
  return {
    asks: (by: StaffName) => {
      customers += 1;
      return must({
        ...inviting({ letter: { paragraph: caseSecret(customers) } }),
        actor: staff(by),
        customer: customerOf(customers),
      });
    },
    switches: (by: StaffName) => {
      customers += 1;
      return must({ ...switching(), actor: staff(by), customer: customerOf(customers) });
    },
    isOffered: () => {
      customers += 1;
      return must({ ...offered(house.world), customer: customerOf(customers) });
    },
    approve: about('approve-case', (id) => ({ seen: seenOf(current(id)), ...secret(id) })),
    decline: about('decline-case', secret),
    sendBack: about('send-back-case', secret),
    withdraw: about('withdraw-case', secret),
    takeOver: about('take-over-case', secret),
    getsStuck: (id: CaseId) =>
      must({
        ...{ name: 'record-trouble', key: click(), actor: 'outbox', caseId: id, isAwaited: true },
        trouble: { effect: 'create-relationship', code: '900145', words: 'no' },
      }),
  };
};

/** Cases of every status that people can bring them to. */
const openCases = async (house: HostileHouse): Promise<void> => {
  const { asks, switches, isOffered, approve, decline, sendBack, withdraw, takeOver, getsStuck } = acting(house);
  const asked = async (by: StaffName, ...next: readonly (readonly [Done, StaffName])[]): Promise<CaseId> => {
    const id = await asks(by);
    for (const [does, who] of next) await does(id, who);
    return id;
  };
  await asked('ana');
  await asked('sven');
  await asked('ada');
  await asked('ana', [sendBack, 'ada']);
  await asked('ada', [sendBack, 'bo']);
  await asked('giulia', [decline, 'bo']);
  await asked('giulia', [withdraw, 'giulia']);
  await asked('sven', [approve, 'ada']);
  await asked('klaus', [takeOver, 'bo']);
  await getsStuck(await asked('petr', [approve, 'bo']));
  await switches('ana');
  await approve(await switches('sven'), 'ada');
  await isOffered();
};

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** All buttons of a card that come back to us. */
const buttonsOf = (value: unknown): Omit<Pressable, 'replyToId'>[] => {
  if (!isNode(value)) return [];
  const inner = Object.values(value).flatMap(buttonsOf);
  return value.type === 'Action.Execute' ? [...inner, { verb: String(value.verb), data: value.data as Pressable['data'] }] : inner;
};

const MOST_BUTTONS = 400;

export const openScene = async (breakable: Breakable = {}) => {
  const house = openHostileHouse(breakable);
  const buttons: Button[] = [];
  let harvested = 0;

  /** What somebody has been shown they may press, and others may steal. */
  const keep = (card: object, place: Pick<Button, 'owner' | 'chat' | 'replyToId'>): void => {
    for (const button of buttonsOf(card)) buttons.push({ ...button, ...place });
    buttons.splice(0, buttons.length - MOST_BUTTONS);
  };
  const harvest = (): void => {
    for (const { chat, activityId, card } of house.shown.slice(harvested)) {
      const owner = nameOf(chat.slice('a:'.length)) ?? 'ada';
      if (card !== null) keep(card, { owner, chat, replyToId: activityId });
    }
    harvested = house.shown.length;
  };

  const send = async (activity: Activity): Promise<void> => {
    const { status } = await house.door.open({
      headers: { authorization: `Bearer ${tokens.good}` },
      raw: Buffer.from(JSON.stringify(activity)),
      from: '127.0.0.1',
    });
    if (status !== 200) throw new Error(`The scene could not be set: ${status}`);
    await house.settled();
    harvest();
  };

  let sent = 0;
  /** The newest page of somebody's wizard, filled in and sent on. */
  const turnsPage = async (name: StaffName, inputs: object): Promise<void> => {
    const page = buttons.findLast(({ owner, verb }) => owner === name && verb === 'page');
    if (page === undefined) throw new Error(`${name} has no page`);
    const { value } = pressing(name, '', page, inputs);
    const { action } = value as { action: { data: object } };
    sent += 1;
    await send({ ...saying(name, `page-${sent}`, ''), value: action.data, replyToId: page.replyToId });
  };

  for (const name of ['ana', 'ada', 'bo', 'sven', 'giulia'] as const) await send(saying(name, `hello-${name}`, 'help'));
  await openCases(house);
  await house.tick();
  harvest();

  await send(saying('giulia', 'draft-giulia', 'request admin contoso.example'));
  await turnsPage('giulia', { wish: 'manage' });
  await turnsPage('giulia', { bundle: 'support-minimal', days: '90' });
  await turnsPage('giulia', { language: 'it', contact: 'it@contoso.example', paragraph: draftSecret('giulia') });
  await send(saying('ana', 'draft-ana', `request admin ${draftSecret('ana')}`));
  await send(saying('ada', 'draft-ada', `request admin ${draftSecret('ada')}`));
  return { house, buttons, keep, harvest };
};

export type Scene = Awaited<ReturnType<typeof openScene>>;
