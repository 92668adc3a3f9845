import type { Account } from '../clouds/account.ts';
import { failed } from '../wire/failure.ts';
import type { Failure } from '../wire/failure.ts';
import type { Line } from '../wire/line.ts';
import { signedAssertion } from './assertion.ts';
import type { Signer } from './assertion.ts';
import { machineAssertion } from './machine-identity.ts';
import type { MachineEndpoint } from './machine-identity.ts';

type Fields = Readonly<Record<string, string>>;
type Proof = { readonly ok: true; readonly fields: Fields } | { readonly ok: false; readonly failure: Failure };

export interface ProofOptions {
  readonly account: Account;
  readonly line: Line;
  /** Null: the address of the cloud. */
  readonly machine: MachineEndpoint | null;
}

const asserting = (assertion: string): Proof => ({
  ok: true,
  fields: {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  },
});

const signed = async (signer: Signer, clientId: string, endpoint: string, nowMs: number): Promise<Proof> => {
  try {
    return asserting(await signedAssertion(signer, clientId, endpoint, nowMs));
  } catch {
    // What was thrown may quote the key.
    return failed({
      kind: 'sign-in',
      code: 'certificate',
      words: 'Sign-in: the certificate of the application, or its key, cannot be used: an operator has to put in another one',
    });
  }
};

/** What shows at this endpoint that it is our application that asks. */
export const proofFor = async ({ account, line, machine }: ProofOptions, endpoint: string, nowMs: number): Promise<Proof> => {
  const { clientId, credential } = account.application;
  switch (credential.kind) {
    case 'secret':
      return { ok: true, fields: { client_secret: credential.secret } };
    case 'certificate':
      return signed(credential, clientId, endpoint, nowMs);
    case 'machine': {
      const said = await machineAssertion(line, account.profile, machine, credential.clientId);
      return said.ok ? asserting(said.body) : said;
    }
  }
};
