import { readFileSync } from 'node:fs';
import type { Sent } from '../../src/wire/failure.ts';
import type { Service } from '../../src/wire/service.ts';
import { azureDialect, graphDialect } from '../../src/wire/dialects.ts';
import { answering } from './replay.ts';
import type { Answer } from './replay.ts';

/** The body of a recorded answer, to be varied. */
export const recordedBody = (name: string): Readonly<Record<string, unknown>> => {
  const { response } = JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')) as {
    readonly response: { readonly body: Readonly<Record<string, unknown>> };
  };
  return response.body;
};

/** Graph, answering like this. */
export const answeredWith = <T>(answers: readonly Answer[], call: (service: Service, base: string) => Promise<Sent<T>>) =>
  answering(
    graphDialect,
    answers.map((answer) => () => answer),
    call,
  );

/** Azure, answering like this. */
export const azureAnswering = <T>(answers: readonly Answer[], call: (service: Service, base: string) => Promise<Sent<T>>) =>
  answering(
    azureDialect,
    answers.map((answer) => () => answer),
    call,
  );
