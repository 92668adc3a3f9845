import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Asked, Reply, Surface } from '../exchange.ts';
import type { World } from '../world.ts';
import { askedBy, below, isHere } from './ask.ts';
import type { ServiceFace } from './face.ts';
import { outgoing } from './outgoing.ts';
import type { Outgoing } from './outgoing.ts';
import { send } from './send.ts';

interface Rooms {
  readonly world: World;
  readonly base: () => string;
  /** By their prefix. */
  readonly faces: ReadonlyMap<string, ServiceFace>;
  /** Everything else: pages for people, certificates, the control. Prefixes stay in their paths. */
  readonly others: Surface;
  readonly tell: (sentence: string) => void;
}

const plain = (status: number): Reply => ({ status, body: { error: `${status}` } });

/** `/cloud/service`, or the first part alone. */
const prefixOf = (faces: Rooms['faces'], path: string): string | null => {
  const [, first = '', second = ''] = path.split('/');
  return [`/${first}/${second}`, `/${first}`].find((prefix) => faces.has(prefix)) ?? null;
};

const answered = async (rooms: Rooms, asked: Asked): Promise<Outgoing | null> => {
  const { world, faces, others } = rooms;
  world.settle();
  const prefix = prefixOf(faces, asked.path);
  const face = prefix === null ? undefined : faces.get(prefix);
  if (prefix === null || face === undefined) return outgoing(await others(asked));
  return face(below(asked, prefix));
};

const serve = async (rooms: Rooms, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (!isHere(request)) {
    send(response, outgoing(plain(403)));
    return;
  }
  const asked = await askedBy(request, rooms.base());
  if (typeof asked === 'number') {
    send(response, { ...outgoing(plain(asked)), headers: { connection: 'close' } });
    return;
  }
  const sent = await answered(rooms, asked);
  if (sent === null) response.destroy();
  else send(response, sent);
};

/** Answers whoever calls: with the service they have called, or one of the other rooms. */
export const createHandler =
  (rooms: Rooms): RequestListener =>
  (request, response) => {
    serve(rooms, request, response).catch((problem: unknown) => {
      rooms.tell(`The sandbox failed at ${request.method ?? ''} ${request.url ?? ''}: ${String(problem)}`);
      response.destroy();
    });
  };
