import { notOffered } from '../clouds/offered.ts';
import type { CloudProfile } from '../clouds/profiles.ts';
import { notAnId } from '../wire/asking.ts';
import { failed } from '../wire/failure.ts';
import type { Failure } from '../wire/failure.ts';
import { isRelationshipId } from './paths.ts';

type Link = { readonly ok: true; readonly link: string } | { readonly ok: false; readonly failure: Failure };

/** The customer's page on which one relationship, and no other, is agreed to. */
export const invitationLink = (profile: CloudProfile, relationship: string): Link => {
  const lacking = notOffered(profile, 'granular-admin');
  if (lacking !== null) return failed(lacking);
  if (profile.granularAdminInvitation === null) {
    const words = 'No document tells the page on which customers of this cloud agree to granular admin; it has to be set.';
    return failed({ kind: 'not-offered', words });
  }
  return isRelationshipId(relationship) ? { ok: true, link: profile.granularAdminInvitation + relationship } : notAnId();
};
