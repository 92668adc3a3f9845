/** What an operator has to do, by the number of the error. What is not in here is told in the words of the service. */
const remedies = new Map([
  ['AADSTS700082', 'nobody has used the sign-in for too long: an Admin agent has to sign in again'],
  ['AADSTS70008', 'the sign-in has expired: an Admin agent has to sign in again'],
  ['AADSTS50173', 'the sign-in was revoked, e.g. by a new password: an Admin agent has to sign in again'],
  ['AADSTS50076', 'a second factor is wanted: an Admin agent has to sign in again, with one'],
  ['AADSTS50079', 'a second factor is wanted: an Admin agent has to set one up, and sign in again'],
  ['AADSTS50078', 'the second factor has expired: an Admin agent has to sign in again, with one'],
  ['AADSTS53003', 'Conditional Access forbids it: an operator has to change the policy, and an Admin agent to sign in again'],
  ['AADSTS7000215', 'the secret of the application is wrong: an operator has to put the present one into the settings'],
  ['AADSTS7000222', 'the secret of the application has expired: an operator has to make a new one'],
  ['AADSTS700027', 'the certificate of the application is not known there: an operator has to register it'],
  ['AADSTS65001', 'the application has no consent in that tenant'],
  ['AADSTS700016', 'the application is not known in that tenant'],
  ['AADSTS50020', 'nobody of ours is let into that tenant'],
]);

/** Nothing that anybody of ours can mend by signing in. */
const notLetIn = ['AADSTS65001', 'AADSTS700016', 'AADSTS50020'];

const signedOut = [
  'invalid_grant',
  'interaction_required',
  'invalid_client',
  'unauthorized_client',
  'login_required',
  'consent_required',
];

/** The first sentence; what follows are the numbers of a trace. */
const firstOf = (description: string): string => description.split(/\s*(?:Trace ID|Timestamp|\r|\n)/)[0] ?? '';

/** What is wrong with a sign-in, and whether a person has to sign in again. */
export const signInTrouble = (code: string, error: string, description: string) => ({
  words: remedies.get(code) ?? (description === '' ? error : firstOf(description)),
  means: signedOut.includes(error) && !notLetIn.includes(code) ? ('sign-in' as const) : null,
});
