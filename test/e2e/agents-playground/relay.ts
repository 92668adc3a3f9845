import { buffer } from 'node:stream/consumers';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenHere } from '../../../src/sandbox/server/listen.ts';
import type { Listening } from '../../../src/sandbox/server/listen.ts';

interface Bot {
  /** Where it really listens. */
  readonly endpoint: string;
  /** A token of whoever it believes, for what comes from that service. */
  readonly sign: (serviceUrl: string) => string;
}

export interface Relay extends Pick<Listening, 'close'> {
  readonly endpoint: string;
  /** What came, newest last. */
  readonly came: readonly string[];
  /** What the bot would not take, if anything. */
  readonly refused: readonly string[];
}

const PATH = '/api/messages';

/**
 * Agents Playground cannot sign, and our door opens to nobody who does not. So this stands between: it puts a token on what comes, and
 * hands back what the bot answers as it is. Everything else of the door is as it will be in production.
 */
export const openRelay = async (bot: () => Bot): Promise<Relay> => {
  const came: string[] = [];
  const refused: string[] = [];

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = (await buffer(request)).toString();
    came.push(body);
    const { type, serviceUrl } = JSON.parse(body) as { readonly type: string; readonly serviceUrl: string };
    const { endpoint, sign } = bot();
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${sign(serviceUrl)}` };
    const answer = await fetch(endpoint, { method: 'POST', headers, body });
    const text = await answer.text();
    if (!answer.ok) refused.push(`${type}: ${String(answer.status)} ${text}`);
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? 'text/plain' });
    response.end(text);
  };

  const { base, close } = await listenHere((request, response) => {
    // It knocks once before it sends anything.
    if (request.method === 'HEAD') return void response.end();
    pass(request, response).catch((problem: unknown) => {
      refused.push(String(problem));
      response.destroy();
    });
  }, 0);
  return { endpoint: `${base}${PATH}`, came, refused, close };
};
