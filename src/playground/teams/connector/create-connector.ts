import { jsonIn } from '../../../sandbox/json.ts';
import type { Reply, Surface } from '../../../sandbox/exchange.ts';
import { createRouting } from '../../../sandbox/routing.ts';
import type { Asking } from '../faults.ts';
import { placeCalled } from '../world.ts';
import type { World } from '../world.ts';
import type { Call } from './call.ts';
import { create } from './create.ts';
import { getMember, listMembers, pageMembers } from './members.ts';
import { post, remove, update } from './messages.ts';
import { notAllowed } from './refusals.ts';

interface Answer {
  readonly what: Asking;
  readonly answer: (call: Call) => Reply;
}

const ALL = '/v3/conversations';
const ONE = `${ALL}/:conversation`;
const ACTIVITIES = `${ONE}/activities`;
const ACTIVITY = `${ACTIVITIES}/:activity`;

const find = createRouting<Answer>([
  ['POST', ALL, { what: 'create', answer: create }],
  ['POST', ACTIVITIES, { what: 'post', answer: post }],
  ['POST', ACTIVITY, { what: 'post', answer: post }],
  ['PUT', ACTIVITY, { what: 'update', answer: update }],
  ['DELETE', ACTIVITY, { what: 'delete', answer: remove }],
  ['GET', `${ONE}/members`, { what: 'members', answer: listMembers }],
  ['GET', `${ONE}/pagedmembers`, { what: 'members', answer: pageMembers }],
  ['GET', `${ONE}/members/:member`, { what: 'members', answer: getMember }],
]);

/** What the bot wants at this path; null where there is nothing. */
export const connectorAsks = (method: string, path: string): Asking | null => find(method, path)?.answer.what ?? null;

interface Setting {
  readonly world: World;
  readonly isOurBot: (bearer: string) => boolean;
  /** Why not now; null: go on. */
  readonly tooEarly: (what: Asking, conversation: string) => Reply | null;
}

export const bearerOf = (header: string | undefined): string => /^Bearer (\S+)$/i.exec(header ?? '')?.[1] ?? '';

/** The service through which the bot speaks. */
export const createConnector =
  ({ world, isOurBot, tooEarly }: Setting): Surface =>
  (asked) => {
    const found = find(asked.method, asked.path);
    if (found === null) return { status: 404, body: { message: 'No HTTP resource was found that matches the request URI.' } };
    if (!isOurBot(bearerOf(asked.headers.authorization))) return notAllowed;
    const { parameters, answer } = found;
    const conversation = parameters.conversation ?? '';
    const early = tooEarly(answer.what, conversation);
    if (early !== null) return early;
    return answer.answer({ asked, world, parameters, body: jsonIn(asked.raw.toString()), place: placeCalled(world, conversation) });
  };
