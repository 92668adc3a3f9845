import type { Line } from '../../src/wire/line.ts';
import { usualLimits } from '../../src/wire/limits.ts';
import type { SigningKey } from '../support/teams-edge.ts';

/** What was posted, and where. */
export interface Shown {
  readonly chat: string;
  readonly activityId: string;
  readonly card: object | null;
  /** All of it, as it went out. */
  readonly text: string;
}

export const base = 'http://127.0.0.1:9';
export const serviceUrl = `${base}/emea/`;

const cardIn = (body: unknown): object | null => {
  const [first] = (body as { attachments?: { content?: object }[] }).attachments ?? [];
  return first?.content ?? null;
};

/** The Bot Connector and whoever signs for it, at the other end of a line that leads nowhere. */
export const createConnector = (key: SigningKey) => {
  const shown: Shown[] = [];
  let posted = 0;

  const taken = (path: string, body: string): object => {
    if (path.endsWith('/openidconfiguration')) return { jwks_uri: `${base}/keys` };
    if (path === '/keys') return { keys: [key.jwk] };
    const said = JSON.parse(body) as { members?: { id: string }[] };
    if (path.endsWith('/v3/conversations')) return { id: `a:${said.members?.[0]?.id ?? ''}` };
    const [, chat = '', , id] = /conversations\/([^/]+)\/activities(\/(.+))?$/.exec(path) ?? [];
    const activityId = id === undefined ? `posted-${++posted}` : decodeURIComponent(id);
    shown.push({ chat: decodeURIComponent(chat), activityId, card: cardIn(said), text: body });
    return { id: activityId };
  };

  const line: Line = {
    limits: { ...usualLimits, tries: 1 },
    closing: new AbortController().signal,
    to: () => ({
      ask: ({ path, body }) =>
        Promise.resolve({
          kind: 'answered',
          status: 200,
          headers: { 'content-type': 'application/json' },
          bytes: Buffer.from(JSON.stringify(taken(path, body ?? '{}'))),
        }),
    }),
    close: () => Promise.resolve(),
  };

  return { line, shown };
};
