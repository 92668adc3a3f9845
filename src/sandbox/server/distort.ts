import type { Fault } from '../faults.ts';
import type { Reply } from '../exchange.ts';
import { outgoing } from './outgoing.ts';
import type { Outgoing } from './outgoing.ts';
import { gatewayPage } from './troubles.ts';

/** The value with every key and text of it looked at, from the inside out. */
const rewritten = (value: unknown, change: (key: string, value: unknown, place: number) => [string, unknown]): unknown => {
  if (Array.isArray(value)) return value.map((one) => rewritten(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one], place) => change(key, rewritten(one, change), place)));
};

const withNumberCodes = (body: unknown): unknown =>
  rewritten(body, (key, value) => [key, key === 'code' && /^\d+$/.test(String(value)) ? Number(value) : value]);

const withMixedCase = (body: unknown): unknown =>
  rewritten(body, (key, value, place) => [place % 2 === 0 ? key.charAt(0).toUpperCase() + key.slice(1) : key, value]);

const withVersions = (body: unknown): unknown =>
  rewritten(body, (key, value) => [key, key === 'uri' && typeof value === 'string' ? value.replace(/^\/(?!v1\/)/, '/v1/') : value]);

const changes: Partial<Record<Fault['kind'], (reply: Reply) => Outgoing>> = {
  'number-codes': (reply) => outgoing({ ...reply, body: withNumberCodes(reply.body) }),
  'mixed-case-keys': (reply) => outgoing({ ...reply, body: withMixedCase(reply.body) }),
  'links-with-version': (reply) => outgoing({ ...reply, body: withVersions(reply.body) }),
  'wrong-content-type': (reply) => outgoing({ ...reply, headers: { ...reply.headers, 'Content-Type': 'text/html' } }),
  bom: (reply) => ({ ...outgoing(reply), bytes: Buffer.concat([Buffer.from('\uFEFF'), outgoing(reply).bytes]) }),
  garbage: (reply) => ({ ...outgoing(reply), bytes: Buffer.from([0x7b, 0x22, 0xff, 0x00, 0xfe, 0x22, 0x3a]) }),
  page: () => outgoing(gatewayPage(200)),
  'cut-after': (reply) => ({ ...outgoing(reply), cutAfter: 0 }),
  'cut-in-body': (reply) => ({ ...outgoing(reply), cutAfter: Math.ceil(outgoing(reply).bytes.length / 2) }),
};

/** What the caller gets to see of the service's answer. */
export const distorted = (fault: Fault | null, reply: Reply): Outgoing =>
  (fault === null ? undefined : changes[fault.kind])?.(reply) ?? outgoing(reply);
