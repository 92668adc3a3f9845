import type { Case } from '../cases/case.ts';
import type { Account } from '../clouds/account.ts';
import type { Carriers, Clock, Companies, FactSource, Holdings, Operator, Shell } from '../ports.ts';
import { createTokens } from '../tokens/create-tokens.ts';
import type { MachineEndpoint } from '../tokens/machine-identity.ts';
import type { Secrets } from '../tokens/secrets.ts';
import type { Line } from '../wire/line.ts';
import { createAtMicrosoft } from './at-microsoft.ts';
import type { AtMicrosoft, Patience } from './at-microsoft.ts';
import { companies } from './companies.ts';
import { customerFacts, partnerFacts } from './facts.ts';
import { granularAdmin } from './granular-admin.ts';
import { holdings } from './holdings.ts';
import { inviteGranular } from './invite-granular.ts';
import { resellerTie } from './reseller-tie.ts';
import { shell } from './shell.ts';
import { transfers } from './transfers.ts';
import { watches } from './watches.ts';

interface Means {
  readonly accounts: readonly Account[];
  readonly line: Line;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly operator: Operator;
  /** Left out: a machine asks who it is at the address of its cloud. */
  readonly machine?: MachineEndpoint;
  readonly patience?: Patience;
}

export interface Services {
  readonly offices: readonly AtMicrosoft[];
  /** All that is carried out at Microsoft; letters and cards are somebody else's. */
  readonly carriers: Omit<Carriers, 'send-letter' | 'show-case' | 'tell'>;
  readonly facts: { readonly partner: FactSource; readonly customer: FactSource };
  readonly companies: Companies;
  readonly holdings: Holdings;
  readonly shell: Shell;
  /** Every domain that Partner Center knows to be a customer’s; none where it does not tell. */
  readonly domainsOf: (current: Pick<Case, 'cloud' | 'customer'>) => Promise<readonly string[]>;
}

/** What cases want done and known at Microsoft, each with our account in its own cloud. */
export const createServices = ({ accounts, line, clock, secrets, operator, patience, machine }: Means): Services => {
  const offices = new Map(
    accounts.map((account) => {
      const tokens = createTokens({ account, line, clock, secrets, ...(machine && { machine }) });
      return [account.profile.cloud, createAtMicrosoft({ account, line, clock, tokens, operator, ...(patience && { patience }) })];
    }),
  );
  const office = (cloud: Account['profile']['cloud']): AtMicrosoft | null => offices.get(cloud) ?? null;
  return {
    offices: [...offices.values()],
    carriers: {
      'create-relationship': inviteGranular(office),
      ...granularAdmin(office),
      ...resellerTie(office),
      ...transfers(office),
      ...watches(office),
    },
    facts: { partner: partnerFacts(office), customer: customerFacts(office, clock) },
    companies: companies(office),
    holdings: holdings(office, clock),
    shell: shell(office),
    domainsOf: async ({ cloud, customer: { tenant } }) => {
      const asked = tenant === null ? null : await office(cloud)?.partnerCenter.profiles.customDomains(tenant);
      return asked?.ok ? asked.body : [];
    },
  };
};
