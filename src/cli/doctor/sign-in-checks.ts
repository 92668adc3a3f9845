import { instant, wholeDaysBetween } from '../../cases/time.ts';
import { saysOf } from '../../tokens/says.ts';
import type { TokenSays } from '../../tokens/says.ts';
import { tenantOfId } from '../../tokens/tenant-of-domain.ts';
import type { Audience } from '../../tokens/tokens.ts';
import type { Check, Patient } from './check.ts';
import { fault, ok, warning } from './finding.ts';
import type { Finding } from './finding.ts';
import { signInAgain, troubleOf } from './trouble.ts';

/** After ninety idle days it is void; nobody who runs the bot comes near that. */
const IDLE_DAYS = 60;

export const tenant: Check = {
  tried: 'Tenant',
  needs: [],
  look: async ({ account: { profile, tenantId }, wire }) => {
    const found = await tenantOfId(profile, wire, tenantId);
    if (found.ok) return ok(`${profile.login} knows the tenant ${tenantId}.`);
    return found.failure.kind === 'not-found'
      ? fault(`${profile.login} knows no tenant ${tenantId}.`, 'Correct tenantId, or the cloud, in the accounts file.')
      : troubleOf(found.failure, profile, profile.login);
  },
};

export const application: Check = {
  tried: 'Application',
  needs: [tenant],
  look: async ({
    account: {
      profile,
      application: { clientId, credential },
    },
    tokens,
  }) => {
    const got = await tokens.token({ audience: 'partner-center', as: 'app', tenant: null, fresh: true });
    if (!got.ok) return troubleOf(got.failure, profile, profile.login);
    return ok(
      `${clientId} gets a token of its own, with its ${credential.kind === 'machine' ? 'machine’s word' : credential.kind}.`,
    );
  },
};

const lastUse = (lastUsed: string | null, now: string): Finding => {
  if (lastUsed === null) return ok('Somebody has signed in; the sign-in was put there by hand.');
  const idle = wholeDaysBetween(instant(Date.parse(lastUsed)), instant(Date.parse(now)));
  if (idle <= IDLE_DAYS) return ok(`Somebody has signed in; last used on ${lastUsed}.`);
  return warning(
    `The sign-in was last used on ${lastUsed}, ${idle} days ago; after ninety days it is void.`,
    'Let the bot run: it renews the sign-in, as the doctor does now by trying it.',
  );
};

/** Before it is used, which makes it a used one. */
export const kept: Check = {
  tried: 'Sign-in',
  needs: [],
  look: async ({ account: { profile }, signIn, clock }) => {
    try {
      const found = await signIn.read();
      return found === null ? fault('Nobody has signed in yet.', signInAgain(profile)) : lastUse(found.lastUsed, clock.now());
    } catch (error) {
      const { code = 'it is not what was kept' } = error as NodeJS.ErrnoException;
      return fault(
        `The sign-in that is kept cannot be read (${code}).`,
        `See to the folder of the setting SECRETS. ${signInAgain(profile)}`,
      );
    }
  },
};

/** What a person’s token for this audience says. */
export const askedToken = async ({ tokens }: Patient, audience: Audience): ReturnType<Patient['tokens']['token']> =>
  tokens.token({ audience, as: 'user', tenant: null, fresh: false });

export const person: Check = {
  tried: 'Person',
  needs: [application, kept],
  look: async (patient) => {
    const { profile } = patient.account;
    const got = await askedToken(patient, 'partner-center');
    if (got.ok) return ok('Their sign-in still holds.');
    const { kind, words } = got.failure;
    // What is granted and cannot be kept is as good as lost.
    if (kind === 'unreachable')
      return fault(words, `See that this machine reaches ${profile.login}, and can write into the folder of the setting SECRETS.`);
    return troubleOf(got.failure, profile, profile.login);
  },
};

const factorIn = (says: TokenSays | null): boolean | null => says?.hasSecondFactor ?? null;

export const secondFactor: Check = {
  tried: 'Second factor',
  needs: [person],
  look: async (patient) => {
    const { profile } = patient.account;
    const got = await askedToken(patient, 'partner-center');
    if (!got.ok) return troubleOf(got.failure, profile, profile.login);
    const has = factorIn(saysOf(got.token.value));
    if (has === true) return ok('The token shows it.');
    return has === null
      ? warning('The token does not say whether there was one.', `If Partner Center refuses it: ${signInAgain(profile)}`)
      : fault('The person has signed in without one, which Partner Center and Graph refuse.', signInAgain(profile));
  },
};
