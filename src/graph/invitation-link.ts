import { notOffered } from '../clouds/offered.ts';
import type { CloudProfile } from '../clouds/profiles.ts';
import { notAnId } from '../wire/asking.ts';
import { failed } from '../wire/failure.ts';
import type { Failure } from '../wire/failure.ts';
import { isRelationshipId } from './paths.ts';

type Link = { readonly ok: true; readonly link: string } | { readonly ok: false; readonly failure: Failure };

/** Why there is no page on which customers agree to granular admin; null where there is one. */
export const noInvitationPage = (profile: CloudProfile): ReturnType<typeof notOffered> => {
  const lacking = notOffered(profile, 'granular-admin');
  if (lacking !== null || profile.granularAdminInvitation !== null) return lacking;
  const words = 'No document tells the page on which customers of this cloud agree to granular admin; it has to be set.';
  return { kind: 'not-offered', words } as const;
};

/** The customer's page on which one relationship, and no other, is agreed to. */
export const invitationLink = (profile: CloudProfile, relationship: string): Link => {
  const lacking = noInvitationPage(profile);
  if (lacking !== null) return failed(lacking);
  return isRelationshipId(relationship) ? { ok: true, link: `${profile.granularAdminInvitation}${relationship}` } : notAnId();
};
