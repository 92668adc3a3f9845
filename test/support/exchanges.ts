import { readFileSync } from 'node:fs';
import type { Failure, Sent } from '../../src/wire/failure.ts';
import type { Service } from '../../src/wire/service.ts';
import { replay } from './replay.ts';

/** A recorded exchange, with the pages that follow: how an adapter comes to it, and what it makes of the answer. */
export interface Exchange<Adapters> {
  readonly fixtures: readonly [string, ...string[]];
  readonly call: (adapters: Adapters) => Promise<Sent<unknown>>;
  readonly value?: unknown;
  readonly failure?: Partial<Failure> & { readonly code?: string; readonly status?: number };
  /** Where we ask for more than was recorded. */
  readonly query?: readonly (readonly [string, string])[];
  /** Whose tenant it is asked in; left out: ours. */
  readonly tenant?: string;
}

/** Carries it out over the real line; `tenants`: in whose name it was asked, each time. */
export const exchanged = async <Adapters>(
  { fixtures, call, query }: Exchange<Adapters>,
  adaptersOf: (service: Service, base: string) => Adapters,
) => {
  const tenants: (string | undefined)[] = [];
  const { sent, asked, meant } = await replay(fixtures, (service, base) => {
    const watched: Service = {
      send: (one) => {
        tenants.push(one.tenant);
        return service.send(one);
      },
    };
    return call(adaptersOf(watched, base));
  });
  return { sent, asked, tenants, meant: meant.map((one) => ({ ...one, body: one.body ?? null, query: query ?? one.query })) };
};

/** All recorded exchanges with a service in which we ask. */
export const recordedNames = (prefix: string): readonly string[] => {
  const index = JSON.parse(readFileSync(new URL('../fixtures/index.json', import.meta.url), 'utf8')) as {
    readonly fixtures: readonly { readonly file: string; readonly direction: string }[];
  };
  return index.fixtures
    .filter(({ file, direction }) => file.startsWith(prefix) && direction === 'outbound')
    .map(({ file }) => file.replace(/[.]json$/, ''))
    .toSorted();
};
