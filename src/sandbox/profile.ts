import { profiles } from '../clouds/profiles.ts';
import type { CloudProfile } from '../clouds/profiles.ts';

/** The profile of a cloud whose services the sandbox plays: all that is asked goes there, all names stay. */
export const sandboxProfile = (cloud: keyof typeof profiles, base: string): CloudProfile => ({
  ...profiles[cloud],
  login: `${base}/${cloud}/sign-in`,
  partnerCenter: `${base}/${cloud}/partner-center`,
  graph: `${base}/${cloud}/graph`,
  azure: `${base}/${cloud}/azure`,
  machineIdentity: `${base}/machine-identity`,
  certificateOrigins: [base],
});
