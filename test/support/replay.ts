import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createService } from '../../src/wire/create-service.ts';
import type { Dialect } from '../../src/wire/dialect.ts';
import { azureDialect, graphDialect, partnerCenterDialect } from '../../src/wire/dialects.ts';
import type { Sent } from '../../src/wire/failure.ts';
import { createLine } from '../../src/wire/line.ts';
import type { Service } from '../../src/wire/service.ts';

interface Fixture {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Record<string, string>;
    readonly body?: unknown;
  };
  readonly response: Answer;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON, and null is nothing. */
  readonly body?: unknown;
}

/** What was asked, as far as fixtures tell it: ids and tokens are whatever they are. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const told =
  /^(?:accept|authorization|content-type|if-match|prefer|ms-(?:continuationtoken|contract-version|correlationid|requestid))$/;
const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

const headersOf = (headers: Readonly<Record<string, unknown>>): Record<string, string> => {
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return Object.fromEntries(
    lowered.filter(([name]) => told.test(name)).map(([name, value]) => [name, value.replace(guid, 'an id')]),
  );
};

const askedOf = (method: string, url: URL, headers: Readonly<Record<string, unknown>>, body: unknown): Asked => ({
  method,
  path: url.pathname,
  query: [...url.searchParams].toSorted(([one], [other]) => (one < other ? -1 : 1)),
  headers: headersOf(headers),
  body,
});

const received = async (request: IncomingMessage): Promise<Asked> => {
  const body = await text(request);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  return askedOf(request.method ?? '', url, request.headers, body === '' ? null : JSON.parse(body));
};

/** A call over the real line, to somebody who gives these answers one after the other, and the last one from then on. */
export const answering = async <T>(
  dialect: Dialect,
  answers: readonly ((base: string) => Answer)[],
  call: (service: Service, base: string) => Promise<Sent<T>>,
): Promise<{ readonly sent: Sent<T>; readonly asked: readonly Asked[] }> => {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void received(request).then((one) => {
      const answer = answers[Math.min(asked.push(one), answers.length) - 1]?.(base) ?? { status: 500 };
      response.writeHead(answer.status, answer.headers);
      const { body = null } = answer;
      response.end(body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // One try, and no waiting: what is repeated is the line's business, and tested there.
  const line = createLine({ tries: 1, longestWaitMs: 0 });
  const pass = { ok: true, token: { value: '<token>' } } as const;
  try {
    const sent = await call(createService({ base, dialect, line, authorize: () => Promise.resolve(pass) }), base);
    return { sent, asked };
  } finally {
    await line.close();
    server.closeAllConnections();
    server.close();
  }
};

const dialects: readonly (readonly [prefix: string, Dialect])[] = [
  ['pc-', partnerCenterDialect],
  ['graph-', graphDialect],
  ['arm-', azureDialect],
];

const read = (name: string): Fixture =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')) as Fixture;

const meantBy = ({ request: { method, url, headers, body = null } }: Fixture): Asked =>
  askedOf(method, new URL(url), headers, body);

/** What is said of its own address is said of wherever it is now. */
const answerOf =
  ({ request, response }: Fixture) =>
  (base: string): Answer =>
    JSON.parse(JSON.stringify(response).replaceAll(new URL(request.url).origin, base)) as Answer;

/** A call of an adapter, answered by a fixture, or by several one after the other. `meant`: what fixtures say is asked. */
export const replay = async <T>(names: string | readonly string[], call: (service: Service, base: string) => Promise<Sent<T>>) => {
  const all = [names].flat();
  const fixtures = all.map(read);
  const dialect = dialects.find(([prefix]) => all[0]?.startsWith(prefix))?.[1];
  if (!dialect) throw new Error(`${String(names)}: a fixture of no service`);
  return { ...(await answering(dialect, fixtures.map(answerOf), call)), meant: fixtures.map(meantBy) };
};
