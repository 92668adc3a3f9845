import * as z from 'zod';
import { Instant } from '../cases/time.ts';
import { maybe, moment, record } from '../wire/shapes.ts';
import { readAuditId } from './audit-id.ts';

/** What a delivery says has changed. It is a hint to look, and never the truth. */
export interface News {
  readonly event: string;
  /** The same for a delivery and its repetitions. */
  readonly id: string;
  readonly at: Instant;
  readonly about: About;
}

export type About =
  | { readonly kind: 'customer'; readonly tenant: string }
  | { readonly kind: 'relationship'; readonly id: string }
  | { readonly kind: 'transfer'; readonly tenant: string; readonly id: string | null }
  /** Of delegated admin's end no customer is named; other events are none of our business. */
  | { readonly kind: 'nobody' };

const Payload = record({
  eventName: z.string().min(1).max(200),
  resourceUri: maybe(z.string().max(2000)),
  auditUri: maybe(z.string().max(2000)),
  resourceChangeUtcDate: moment,
});

const GUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const customerIn = new RegExp(`/customers/(${GUID})(?:/|$)`);
const transferIn = new RegExp(`/transfers/(${GUID})(?:[/?]|$)`);
const relationshipIn = new RegExp(`/granularAdminRelationships/(${GUID}-${GUID})(?:/|$)`);

const found = (pattern: RegExp, text: string | null): string | null => pattern.exec(text ?? '')?.[1] ?? null;

const guidOr = (text: string | null | undefined): string | null => z.guid().safeParse(text).data ?? null;

/** What the address of an audit record says: some events name the customer, and the transfer, nowhere else. */
const audited = (audit: string | null) => readAuditId(found(/\/auditrecords\/([^/?]+)$/, audit) ?? '');

const transferNews = (resource: string | null, audit: string | null): About => {
  const tenant = found(customerIn, resource) ?? guidOr(audited(audit)?.customer);
  if (tenant === null) return { kind: 'nobody' };
  return { kind: 'transfer', tenant, id: found(transferIn, resource) ?? guidOr(audited(audit)?.resource) };
};

const aboutOf = (event: string, resource: string | null, audit: string | null): About => {
  if (event.endsWith('-transfer')) return transferNews(resource, audit);
  if (event.startsWith('granular-admin-')) {
    const id = found(relationshipIn, resource);
    return id === null ? { kind: 'nobody' } : { kind: 'relationship', id };
  }
  if (event.endsWith('reseller-relationship-accepted-by-customer')) {
    const tenant = found(customerIn, resource) ?? guidOr(audited(audit)?.customer);
    return tenant === null ? { kind: 'nobody' } : { kind: 'customer', tenant };
  }
  return { kind: 'nobody' };
};

const json = (raw: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    // No UTF-8, or no JSON: the caller refuses it either way.
    return null;
  }
};

/** Null when it cannot be understood. */
export const newsOf = (raw: Uint8Array): News | null => {
  const payload = Payload.safeParse(json(raw));
  if (!payload.success) return null;
  const { eventName, resourceUri, auditUri, resourceChangeUtcDate: at } = payload.data;
  const event = eventName.toLowerCase();
  return { event, id: [event, resourceUri ?? auditUri ?? '', at].join(' '), at, about: aboutOf(event, resourceUri, auditUri) };
};
