import * as z from 'zod';
import { notOffered } from '../clouds/offered.ts';
import type { CloudProfile } from '../clouds/profiles.ts';
import { ask, unless, withBody } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import { everyPage } from '../wire/listed.ts';
import type { Service } from '../wire/service.ts';
import { maybe, moment, record, word } from '../wire/shapes.ts';
import { partOf, partsOf } from './paths.ts';
import { operationStatuses } from './statuses.ts';

/** What goes on at Graph after it has said yes to a change. */
const OperationAnswer = record({
  id: z.string(),
  operationType: maybe(z.string()),
  data: maybe(z.string()),
  status: word(operationStatuses),
  createdDateTime: maybe(moment),
  lastModifiedDateTime: maybe(moment),
}).transform(({ id, operationType, data, status, createdDateTime, lastModifiedDateTime }) => ({
  id,
  what: operationType,
  status,
  assignment: assignmentIn(data),
  createdAt: createdDateTime,
  changedAt: lastModifiedDateTime,
}));
export type Operation = z.output<typeof OperationAnswer>;

const About = record({ AccessAssignmentId: z.guid() });

/** The assignment that an operation is about, in JSON within JSON; null where it does not tell. */
const assignmentIn = (data: string | null): string | null => {
  try {
    return About.safeParse(JSON.parse(data ?? 'null')).data?.AccessAssignmentId ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

export const createOperations = (service: Service, profile: CloudProfile) => {
  const graph = unless(notOffered(profile, 'granular-admin'), service);
  return {
    get: (relationship: string, id: string): Promise<Sent<Operation>> =>
      ask(graph, { method: 'GET', path: partOf(relationship, 'operations', id), answer: OperationAnswer }),
    list: (relationship: string): Promise<Sent<readonly Operation[]>> =>
      everyPage(graph, { base: profile.graph, path: partsOf(relationship, 'operations'), item: OperationAnswer }),
  };
};

/** What became of a change. Where it is not done, an operation may tell how it goes, and what is there now may be the old state. */
export interface Changed<T> {
  readonly done: boolean;
  readonly operation: string | null;
  readonly now: T | null;
}

const operationAt = /\/operations\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:$|[/?#])/i;

export const changed = <T>(sent: Sent<T | null>): Sent<Changed<T>> => {
  if (!sent.ok) return sent;
  const done = sent.status !== 202;
  return withBody(sent, (now) => ({ done, operation: operationAt.exec(sent.headers.location ?? '')?.[1] ?? null, now }));
};
