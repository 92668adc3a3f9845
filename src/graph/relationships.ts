import * as z from 'zod';
import { notOffered } from '../clouds/offered.ts';
import type { CloudProfile } from '../clouds/profiles.ts';
import { ask, byId, notAnId, unless, withBody } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import { everyPage } from '../wire/listed.ts';
import type { Service } from '../wire/service.ts';
import { legible, list as listOf, maybe, record } from '../wire/shapes.ts';
import { changed } from './operations.ts';
import type { Changed } from './operations.ts';
import { RELATIONSHIPS, relationshipAt } from './paths.ts';
import { understood } from './phrases.ts';
import { RelationshipAnswer, wantedBody } from './relationship.ts';
import type { Relationship, Wanted } from './relationship.ts';
import { GLOBAL_ADMINISTRATOR, listedOrNot } from './role-templates.ts';
import { withRoleIds } from './role-ids.ts';
import type { relationshipStatuses } from './statuses.ts';

export interface NewRelationship extends Wanted {
  readonly roles: readonly string[];
}

export interface Which {
  readonly customer?: string;
  readonly status?: (typeof relationshipStatuses)[number];
  /** At most 300. */
  readonly pageSize?: number;
}

const LONGEST_PAGE = 300;

/** A relationship as it was read: a change names that state, and is `stale` where there is a newer one. */
type AsRead = Pick<Relationship, 'id' | 'version'>;

/** No name is ever used twice, in whatever state the older one is; so a case has one name, and what has it is the case's. */
export const nameFor = (caseId: string): string => `Handshake ${caseId}`;

const filterOf = ({ customer, status }: Which): string | null => {
  const conditions = [
    ...(status === undefined ? [] : [`status eq '${status}'`]),
    ...(customer === undefined ? [] : [byId`customer/tenantId eq '${customer}'`]),
  ];
  return conditions.includes(null) ? null : conditions.join(' and ');
};

export const createRelationships = (service: Service, profile: CloudProfile) => {
  const graph = unless(notOffered(profile, 'granular-admin'), service);

  const list = (which: Which = {}): Promise<Sent<readonly Relationship[]>> => {
    const filter = filterOf(which);
    if (filter === null) return Promise.resolve(notAnId());
    const query = { $top: String(which.pageSize ?? LONGEST_PAGE), ...(filter === '' ? {} : { $count: 'true', $filter: filter }) };
    return everyPage(graph, { base: profile.graph, path: RELATIONSHIPS, query, item: RelationshipAnswer });
  };

  const patch = async ({ id, version }: AsRead, body: unknown): Promise<Sent<Changed<Relationship>>> => {
    const headers = { 'If-Match': version };
    const answer = maybe(RelationshipAnswer);
    return changed(understood(await ask(graph, { method: 'PATCH', path: relationshipAt(id), headers, body, answer })));
  };

  return {
    list,

    /** All there are, each by itself: null where one cannot be read. */
    seen: (): Promise<Sent<readonly (Relationship | null)[]>> =>
      everyPage(graph, {
        base: profile.graph,
        path: RELATIONSHIPS,
        query: { $top: String(LONGEST_PAGE) },
        item: legible(RelationshipAnswer),
      }),

    /** Some relationship, if there is one: it shows whether we may see them at all. */
    any: (): Promise<Sent<Relationship | null>> =>
      graph.send({
        method: 'GET',
        path: RELATIONSHIPS,
        query: { $top: '1' },
        answer: record({ value: listOf(RelationshipAnswer) }).transform(({ value }) => value[0] ?? null),
      }),

    /** `conflict`: the name is taken. After an unknown outcome it is looked up by its name. A fresh one may not be found for a moment. */
    create: ({ roles, ...wanted }: NewRelationship): Promise<Sent<Relationship>> =>
      withRoleIds(roles, (ids) =>
        graph.send({ method: 'POST', path: RELATIONSHIPS, body: wantedBody(wanted, ids), answer: RelationshipAnswer }),
      ),

    get: (id: string): Promise<Sent<Relationship>> =>
      ask(graph, { method: 'GET', path: relationshipAt(id), answer: RelationshipAnswer }),

    /** Names are compared here, as nothing promises that Graph can filter by them. Null: there is none, or not yet. */
    byName: async (name: string, which: Which = {}): Promise<Sent<Relationship | null>> =>
      withBody(await list(which), (all) => all.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null),

    /** Only a draft can change in everything; a working one in whether it extends itself. */
    update: (relationship: AsRead, wanted: Partial<NewRelationship>): Promise<Sent<Changed<Relationship>>> => {
      const { roles, ...rest } = wanted;
      return roles === undefined
        ? patch(relationship, wantedBody(rest))
        : withRoleIds(roles, (ids) => patch(relationship, wantedBody(rest, ids)));
    },

    extend: (relationship: AsRead, extendsItself: boolean): Promise<Sent<Changed<Relationship>>> =>
      patch(relationship, wantedBody({ extendsItself })),

    /** The one role that can be taken out of a relationship while it works; done only when its operation is. */
    removeGlobalAdministrator: (relationship: AsRead & Pick<Relationship, 'roles'>): Promise<Sent<Changed<Relationship>>> =>
      withRoleIds(
        relationship.roles.filter((role) => role !== GLOBAL_ADMINISTRATOR),
        (ids) => patch(relationship, wantedBody({}, ids)),
        listedOrNot,
      ),

    /** Drafts only. */
    remove: async ({ id, version }: AsRead): Promise<Sent<unknown>> => {
      const headers = { 'If-Match': version };
      return understood(await ask(graph, { method: 'DELETE', path: relationshipAt(id), headers, answer: z.unknown() }));
    },
  };
};
