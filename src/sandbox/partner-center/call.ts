import type { CloudProfile, Feature } from '../../clouds/profiles.ts';
import type { Asked, Claims, Reply } from '../exchange.ts';
import type { Parameters } from '../routing.ts';
import { visibleTie } from '../ties.ts';
import type { Customer, Employee, Partner, Tie, World } from '../world.ts';
import { refusals } from './errors.ts';
import type { Memory } from './memory.ts';

/** One request, once it is known who asks. */
export interface Call {
  readonly world: World;
  readonly profile: CloudProfile;
  readonly memory: Memory;
  readonly asked: Asked;
  readonly claims: Claims;
  readonly partner: Partner;
  readonly parameters: Parameters;
}

/** One about a customer who is tied to the partner. */
export interface CustomerCall extends Call {
  readonly customer: Customer;
  readonly tie: Tie;
}

export type Answer<Of extends Call = Call> = (call: Of) => Reply;

/** Who may ask, and what answers. */
export interface Endpoint {
  readonly appOnly: 'allowed' | 'refused';
  readonly roles: readonly Employee['roles'][number][];
  /** Where the cloud lacks this, there is nothing at this path. */
  readonly feature?: Feature;
  readonly answer: Answer;
}

const anyRole = ['AdminAgents', 'SalesAgents', 'HelpdeskAgents', 'GlobalAdmin'] as const;

/** For every Partner Center role. */
export const open = (answer: Answer, rest: Partial<Endpoint> = {}): Endpoint => ({
  appOnly: 'allowed',
  roles: anyRole,
  answer,
  ...rest,
});

/** For people only. */
export const forPeople = (answer: Answer, rest: Partial<Endpoint> = {}): Endpoint => open(answer, { appOnly: 'refused', ...rest });

const adminAgents = { roles: ['AdminAgents'] } as const;

/** For Admin agents, and for applications unless told otherwise. */
export const forAdminAgents = (answer: Answer, rest: Partial<Endpoint> = {}): Endpoint => open(answer, { ...adminAgents, ...rest });

/** Finds the customer, and whether this partner has anything to do with it. */
export const ofCustomer =
  (answer: Answer<CustomerCall>, untied: (call: Call, customer: Customer) => Reply = untiedReply): Answer =>
  (call) => {
    const { world, partner, parameters } = call;
    const customer = world.customers.get(parameters.customer?.toLowerCase() ?? '');
    if (customer?.cloud !== partner.cloud) return refusals.notFound();
    const tie = visibleTie(world, customer, partner.tenantId);
    return tie === null ? untied(call, customer) : answer({ ...call, customer, tie });
  };

const untiedReply = ({ partner }: Call, { tenantId }: Customer): Reply =>
  refusals.noCommerceRelationship(partner.tenantId, tenantId);
