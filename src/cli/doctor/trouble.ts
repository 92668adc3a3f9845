import type { CloudProfile } from '../../clouds/profiles.ts';
import type { Failure } from '../../wire/failure.ts';
import { fault, warning } from './finding.ts';
import type { Finding } from './finding.ts';

/** How an operator begins it for this cloud. */
const signInCommand = ({ cloud }: CloudProfile): string => `handshake sign-in --cloud ${cloud}`;

export const signInAgain = (profile: CloudProfile): string =>
  `Let an Admin agent sign in again, with a second factor: ${signInCommand(profile)}`;

const toAdminAgents = 'Put the person who signs in into AdminAgents in Partner Center.';

type Next = (profile: CloudProfile) => string;

/** The next step, by what they say no with. */
const nextByCode: Readonly<Record<string, Next>> = {
  AADSTS7000215: () => 'Put the present secret of the application where the accounts file says.',
  AADSTS7000222: () => 'Make a new secret for the application, and put it where the accounts file says.',
  AADSTS7000218: () => 'Give the application a secret or a certificate in the accounts file.',
  AADSTS700027: () => 'Register the certificate with the application, or put in the key and certificate that are registered.',
  AADSTS70021: () => 'Add a federated credential for the identity of this machine to the application.',
  AADSTS700016: () => 'Correct application.clientId in the accounts file, or register the application in this tenant.',
  AADSTS7000229: () =>
    'Correct tenantId or application.clientId in the accounts file: the application is not at home in this tenant.',
  AADSTS65001: () => 'Grant the application its permissions at this service, and consent for the whole tenant.',
  AADSTS53003: (profile) => `Let the Conditional Access policy admit it. ${signInAgain(profile)}`,
  certificate: () => 'Put in a certificate (PEM) and the key that belongs to it.',
  nobody: signInAgain,
  '900149': () => 'Have the status of our program put in order, in the account settings of Partner Center.',
  '900150': () => toAdminAgents,
  '900308': () => toAdminAgents,
  '2032': () => toAdminAgents,
  '900309': signInAgain,
  Authorization_RequestDenied: () =>
    'Grant the application the delegated permissions Directory.Read.All, or GroupMember.Read.All and User.Read.All, and consent.',
};

/** What a failure means to whoever runs the bot. `base`: whom was asked. */
export const troubleOf = (failure: Failure, profile: CloudProfile, base: string): Finding => {
  const { words } = failure;
  switch (failure.kind) {
    case 'not-offered':
      return { is: 'not-offered', words };
    case 'throttled':
      return warning(words, 'Run this again in some minutes.');
    case 'unreachable':
    case 'unknown-outcome':
      return fault(words, `See that this machine reaches ${base}: its name, the firewall, the proxy.`);
    case 'unreadable':
      return fault(
        words,
        `Let this machine reach ${base} directly: somebody in between, such as a proxy, seems to answer in its place.`,
      );
    case 'sign-in':
      return fault(words, (nextByCode[failure.code] ?? signInAgain)(profile));
    default:
      return fault(
        words,
        nextByCode[failure.code]?.(profile) ?? `Look it up, and have it put in order there: ${failure.code || failure.kind}.`,
      );
  }
};
