import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createPartnerCenter } from '../../src/sandbox/partner-center/create-partner-center.ts';
import { differences } from '../support/differences.ts';
import { scenes, serverTroubles } from '../support/partner-center-scenes.ts';
import type { FixtureScene } from '../support/partner-center-scenes.ts';
import { ask, claimsOf, nordlys, sandboxScene } from '../support/sandbox-world.ts';

interface Fixture {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, unknown>> | null;
  };
  readonly response: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: unknown };
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8'));

/** What the server puts on every answer, whoever gave it. */
const theServers = ['Content-Type', 'MS-CorrelationId', 'MS-RequestId', 'MS-CV', 'MS-ServerId'];

const replay = async (name: string, { arrange, cloud, as, before, body }: FixtureScene) => {
  const { request, response } = read(`${name}.json`) as Fixture;
  const scene = sandboxScene();
  arrange?.(scene);
  const claims = as === undefined ? claimsOf(scene.world, nordlys) : as(scene);
  const surface = createPartnerCenter({ world: scene.world, cloud: cloud ?? 'global', claimsOf: () => claims });
  const [old, instead] = (await before?.(surface)) ?? ['', ''];
  const { pathname, search } = new URL(request.url);
  const reply = await ask(surface, request.method, `${pathname}${search}`.replace(old, instead), {
    headers: request.headers,
    body: request.body && (body?.(request.body) ?? request.body),
  });
  return { reply, response };
};

const asSent = (body: unknown): unknown => (body === undefined ? null : JSON.parse(JSON.stringify(body)));

describe('Partner Center answers as it was written down', () => {
  test.each(Object.entries(scenes))('%s', async (name, scene) => {
    const { reply, response } = await replay(name, scene);

    expect(reply.status).toBe(response.status);
    expect(differences(response.body, asSent(reply.body), scene.volatile ?? [])).toEqual([]);
    const headers = Object.entries(response.headers).filter(([header]) => !theServers.includes(header));
    expect(reply.headers ?? {}).toEqual(Object.fromEntries(headers));
  });
});

test('every exchange that was written down is asked here, or is one of the server’s own troubles', () => {
  const { fixtures } = read('index.json') as { fixtures: { file: string; direction: string }[] };
  const outbound = fixtures.filter(({ file, direction }) => file.startsWith('pc-') && direction === 'outbound');

  const known = [...Object.keys(scenes), ...Object.keys(serverTroubles)].map((name) => `${name}.json`);
  expect(known.toSorted()).toEqual(outbound.map(({ file }) => file).toSorted());
});
