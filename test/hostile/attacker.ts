import type { Person } from '../../src/cases/people.ts';
import { nordlys } from '../support/teams-edge.ts';
import type { Attack } from './attack.ts';
import { nameOf, staff } from './staff.ts';
import type { StaffName } from './staff.ts';

type Node = Readonly<Record<string, unknown>>;

const node = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {});

/** Who somebody is, and what they have done, as far as what they sent can tell; read without any code of ours. */
export interface Attacker {
  /** Null: nobody of ours, or nobody who has shown that they are. */
  readonly name: StaffName | null;
  readonly person: Person | null;
  readonly isInvoke: boolean;
  readonly isAutomatic: boolean;
  readonly press: { readonly verb: unknown; readonly id: unknown; readonly seen: unknown } | null;
  /** In upper case, without anything but letters and digits. */
  readonly words: () => string;
  readonly chat: unknown;
  readonly isPersonal: boolean;
  readonly pressedOn: unknown;
}

const parsed = (body: Attack['body']): Node => {
  try {
    return node(JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
};

/** An id of a directory is the same in capitals: a flipped bit may write one so. */
const isNordlys = (tenant: string): boolean => tenant.toLowerCase() === nordlys;

/** The tenant that somebody speaks from; where they are at home elsewhere than the chat, it says so. */
const isOurs = (activity: Node): boolean => {
  const { tenantId } = node(activity.from);
  if (typeof tenantId === 'string') return isNordlys(tenantId);
  const tenants = [node(activity.conversation).tenantId, node(node(activity.channelData).tenant).id];
  const named = tenants.filter((one) => typeof one === 'string');
  return named.length > 0 && named.every(isNordlys);
};

const known = (activity: Node): StaffName | null => {
  const { aadObjectId } = node(activity.from);
  return isOurs(activity) && typeof aadObjectId === 'string' ? nameOf(aadObjectId) : null;
};

const pressIn = (activity: Node): Attacker['press'] => {
  const value = node(activity.value);
  const action = activity.type === 'invoke' ? node(value.action) : {};
  const { id, seen, verb } = activity.type === 'invoke' ? node(action.data) : value;
  const pressed = typeof action.verb === 'string' && action.verb !== '' ? action.verb : verb;
  return typeof pressed === 'string' && pressed !== '' ? { verb: pressed, id, seen } : null;
};

/** Nobody reads on after that. */
const MOST_LETTERS = 20_000;

export const lettersOf = (words: unknown): string =>
  (typeof words === 'string' ? words : '')
    .slice(0, MOST_LETTERS)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\d]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');

export const attackerOf = ({ body, token }: Attack): Attacker => {
  const activity = parsed(body);
  const name = token === 'good' ? known(activity) : null;
  const press = pressIn(activity);
  const { id, conversationType } = node(activity.conversation);
  return {
    name,
    person: name && staff(name),
    isInvoke: activity.type === 'invoke',
    isAutomatic: node(activity.value).trigger === 'automatic',
    press,
    words: () => lettersOf(press?.verb === 'say' ? press.id : activity.text),
    chat: id,
    isPersonal: conversationType === 'personal',
    pressedOn: activity.replyToId,
  };
};
