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

type About =
  | { readonly kind: 'customer'; readonly tenant: string }
  | { readonly kind: 'relationship'; readonly id: string }
  /** Most do not say which one: whoever wants to know reads all of this customer. */
  | { readonly kind: 'transfer'; readonly tenant: string }
  /** Of full admin (DAP) no customer is named; other events are none of our business. */
  | { readonly kind: 'nobody' };

const Payload = record({
  eventName: z.string().min(1).max(200),
  resourceUri: maybe(z.string().max(2000)),
  auditUri: maybe(z.string().max(2000)),
  resourceChangeUtcDate: moment,
});

const GUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const customerId = new RegExp(`^(${GUID})$`);
const customerIn = new RegExp(`/customers/(${GUID})(?:/|$)`);
const relationshipId = new RegExp(`^(${GUID}-${GUID})$`);
const relationshipIn = new RegExp(`/granularAdminRelationships/(${GUID}-${GUID})(?:/|$)`);

const found = (pattern: RegExp, text: string | null): string | null => pattern.exec(text ?? '')?.[1]?.toLowerCase() ?? null;

/** What the address of an audit record says: some events name the customer, and what it happened to, nowhere else. */
const audited = (audit: string | null) => readAuditId(/\/auditrecords\/([^/?]+)$/.exec(audit ?? '')?.[1] ?? '');

const customerOf = (resource: string | null, audit: string | null): string | null =>
  found(customerIn, resource) ?? found(customerId, audited(audit)?.customer ?? null);

const nobody: About = { kind: 'nobody' };

const aboutOf = (event: string, resource: string | null, audit: string | null): About => {
  if (event.startsWith('granular-admin-')) {
    const id = found(relationshipIn, resource) ?? found(relationshipId, audited(audit)?.resource ?? null);
    return id === null ? nobody : { kind: 'relationship', id };
  }
  const tenant = customerOf(resource, audit);
  if (tenant === null) return nobody;
  if (event.endsWith('-transfer')) return { kind: 'transfer', tenant };
  return event.endsWith('reseller-relationship-accepted-by-customer') ? { kind: 'customer', tenant } : nobody;
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
  // Two transfers of one customer may differ in nothing but the address of their records.
  const id = [event, resourceUri, auditUri, at].join(' ');
  return { event, id, at, about: aboutOf(event, resourceUri, auditUri) };
};
