import type { CloudProfile } from './profiles.ts';

/** How the application proves who it is. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly privateKey: string; readonly certificate: string }
  /** The identity of the machine stands in for a secret (a federated credential of the application). */
  | { readonly kind: 'machine'; readonly clientId: string | null };

/** A security group of ours whose members get directory roles at customers, at most these. */
export interface AdminGroup {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Our account at Microsoft, in one cloud. */
export interface Account {
  readonly profile: CloudProfile;
  readonly tenantId: string;
  readonly name: string;
  /** The PartnerID of our location, once called MPN id. */
  readonly partnerId: string;
  readonly application: { readonly clientId: string; readonly credential: Credential };
  readonly groups: readonly AdminGroup[];
  /** The group of our Admin agents, which customers give its role in their Azure; left out: nobody has said which it is. */
  readonly adminAgentsGroup?: string | undefined;
  /** What the rules have to know of us and no service tells, by the names of the rulebook: `partner.type`. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The word by which a transfer is accepted stands in no document. */
  readonly acceptWord: string;
  /** Where Partner Center may tell us its news, and who may sign for it (PEM); nobody pinned: whoever has the right names. */
  readonly webhook: { readonly url: string; readonly issuers: readonly string[] } | null;
}
