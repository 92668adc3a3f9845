import * as z from 'zod';
import { Flow, verdicts } from '../policy/index.ts';
import type { Case } from './case.ts';
import { Approval, Decided } from './decided.ts';
import { digestOf } from './digest.ts';
import { seenOf } from './seen.ts';

type Proposal = Case['proposal'];

const Mark = z.string();
export const Said = z.strictObject({ rule: z.string(), says: Decided.shape.findings.unwrap().element.shape.says });
const Asked = z.strictObject({
  flow: Flow,
  about: z.string().nullable(),
  verdict: z.enum(verdicts),
  findings: z.array(Said).readonly(),
});

/**
 * What somebody had before them, so that one can say later what has changed since. People and their words are in it as marks
 * only: enough to tell that they are others.
 */
export const Seen = z.strictObject({
  digest: z.string(),
  wish: Mark,
  gdap: z.strictObject({ roles: z.array(z.string()), days: z.int(), extends: z.boolean(), purpose: z.string() }).nullable(),
  reseller: Mark,
  procedure: z.string().nullable(),
  partner: Mark,
  subjects: z.array(z.strictObject({ id: z.string(), name: z.string(), mark: Mark })),
  belongings: Mark,
  paragraph: Mark,
  address: Mark,
  customer: Mark,
  told: z.record(z.string(), Mark),
  decisions: z.array(Asked),
  approval: Approval,
});
export type Seen = z.infer<typeof Seen>;

const mark = (value: unknown): string => digestOf(value ?? null).slice(0, 12);

export const gdapIn = (proposal: Proposal): Seen['gdap'] => {
  const gdap = 'gdap' in proposal ? proposal.gdap : null;
  return gdap && { roles: gdap.roles, days: gdap.durationDays, extends: gdap.autoExtend, purpose: gdap.purpose };
};

const resellerOf = (proposal: Proposal) => (proposal.wants === 'invite' ? proposal.reseller : null);

/** The kind of the wish, without its terms. */
const wishIn = (proposal: Proposal): unknown => [
  proposal.wants,
  resellerOf(proposal) === null,
  gdapIn(proposal) === null,
  'how' in proposal && proposal.how,
  'what' in proposal && proposal.what,
];

const subjectsIn = (proposal: Proposal): Seen['subjects'] =>
  'subjects' in proposal ? proposal.subjects.map(({ id, name, facts }) => ({ id, name, mark: mark([name, facts]) })) : [];

const termsOf = (proposal: Proposal) => {
  const { fellow = null, ...reseller } = resellerOf(proposal) ?? {};
  return {
    wish: mark(wishIn(proposal)),
    gdap: gdapIn(proposal),
    reseller: mark(reseller),
    procedure: 'procedure' in proposal ? proposal.procedure : null,
    partner: mark('otherPartner' in proposal ? proposal.otherPartner : fellow),
    subjects: subjectsIn(proposal),
    belongings: mark(proposal.wants === 'switch' && [proposal.reservations, proposal.marketplace]),
    paragraph: mark('letter' in proposal && proposal.letter),
  };
};

const saidIn = (decisions: readonly Decided[]): Seen['decisions'] =>
  decisions.map(({ flow, about, verdict, findings }) => ({
    flow,
    about,
    verdict,
    findings: findings.map(({ rule, says }) => ({ rule, says })),
  }));

/** A case as a decider sees it now. */
export const seenIn = (current: Case): Seen => {
  const { cloud, customer, proposal, decisions, approval } = current;
  const { contact, language, ...who } = customer;
  return {
    digest: seenOf(current),
    ...termsOf(proposal),
    address: mark([contact, language]),
    customer: mark([cloud, who]),
    told: Object.fromEntries(Object.entries(proposal.told).map(([path, value]) => [path, mark(value)])),
    decisions: saidIn(decisions),
    approval,
  };
};
