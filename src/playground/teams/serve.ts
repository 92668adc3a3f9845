import type { RequestListener, ServerResponse } from 'node:http';
import type { Asked, Reply, Surface } from '../../sandbox/exchange.ts';
import { askedBy, below, isHere } from '../../sandbox/server/ask.ts';
import { outgoing } from '../../sandbox/server/outgoing.ts';
import { send } from '../../sandbox/server/send.ts';
import { connectorAsks } from './connector/create-connector.ts';
import { tooBig, troubleOf } from './connector/refusals.ts';
import type { Asking, Faults } from './faults.ts';
import { isInstalling } from './install.ts';

interface Rooms {
  readonly connector: Surface;
  readonly identity: Surface;
  readonly graph: Surface;
}

interface Served extends Rooms {
  readonly base: () => string;
  readonly faults: Faults;
}

/** Services differ by region, in what stands before the call. */
const prefixes: readonly (readonly [room: keyof Rooms, prefix: RegExp])[] = [
  ['connector', /^\/teams(?:\/(?!v3\/)[\w-]+)?(?=\/)/],
  ['identity', /^\/login(?=\/)/],
  ['graph', /^\/graph(?=\/)/],
];

const roomOf = (asked: Asked): { readonly room: keyof Rooms; readonly asked: Asked } | null => {
  const path = asked.path.replaceAll(/\/{2,}/g, '/');
  for (const [room, prefix] of prefixes) {
    const found = prefix.exec(path);
    if (found !== null) return { room, asked: below({ ...asked, path }, found[0]) };
  }
  return null;
};

const wantedOf = (room: keyof Rooms, { method, path }: Asked): Asking | null => {
  if (room === 'connector') return connectorAsks(method, path);
  if (room === 'graph') return isInstalling(method, path) ? 'install' : null;
  return method === 'POST' ? 'token' : 'keys';
};

/** `hang`: no answer comes; `cut`: it was done, and the line is cut. */
type Outcome = Reply | 'hang' | 'cut';

const answered = async (served: Served, asked: Asked): Promise<Outcome> => {
  const found = roomOf(asked);
  if (found === null) return { status: 404 };
  const what = wantedOf(found.room, found.asked);
  const fault = what === null ? null : served.faults.take(what);
  if (fault?.status === 'timeout') return 'hang';
  const trouble = fault === null ? null : troubleOf(fault);
  if (trouble !== null) return trouble;
  const reply = await served[found.room](found.asked);
  return fault === null ? reply : 'cut';
};

const reply = (response: ServerResponse, outcome: Outcome): void => {
  if (outcome === 'cut') response.destroy();
  else if (outcome !== 'hang') send(response, outgoing(outcome));
};

/** Answers the bot, and whoever else calls. */
export const createServing =
  (served: Served, tell: (sentence: string) => void): RequestListener =>
  (request, response) => {
    const serve = async (): Promise<void> => {
      const asked = isHere(request) ? await askedBy(request, served.base()) : 400;
      if (asked === 413) reply(response, tooBig);
      else reply(response, typeof asked === 'number' ? { status: asked } : await answered(served, asked));
    };
    serve().catch((problem: unknown) => {
      tell(`Teams failed at ${request.method ?? ''} ${request.url ?? ''}: ${String(problem)}`);
      response.destroy();
    });
  };
