import { failed } from './failure.ts';
import type { Failure, Sent } from './failure.ts';
import type { Call, Service } from './service.ts';

/** Null where an id is none. Whatever it is instead would ask for something else. */
export type Path = string | null;

export const pathOf =
  (id: RegExp) =>
  (texts: TemplateStringsArray, ...ids: readonly string[]): Path =>
    ids.every((one) => id.test(one)) ? String.raw({ raw: texts }, ...ids) : null;

/** A path with ids in it, or a filter: byId`/subscriptions/${id}`. */
export const byId = pathOf(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i);

/** What we would be told anyway, had we asked. */
export const refusedUnasked = (code: string, words: string): { readonly ok: false; readonly failure: Failure } =>
  failed({ kind: 'refused', status: 400, code, words });

export const notAnId = () => refusedUnasked('not-an-id', 'Nothing was asked: an id in it is no id.');

export const ask = <T>(service: Service, { path, ...call }: Omit<Call<T>, 'path'> & { readonly path: Path }): Promise<Sent<T>> =>
  path === null ? Promise.resolve(notAnId()) : service.send({ ...call, path });

/** The service, or, where something is lacking, one that refuses before anything is sent. */
export const unless = (lacking: Failure | null, service: Service): Service =>
  lacking === null ? service : { send: () => Promise.resolve(failed(lacking)) };

export const withBody = <T, U>(sent: Sent<T>, bodyOf: (body: T) => U): Sent<U> =>
  sent.ok ? { ...sent, body: bodyOf(sent.body) } : sent;
