import { expect, test } from '@jest/globals';
import { profiles } from '../../src/clouds/profiles.ts';
import { invitationLink } from '../../src/graph/invitation-link.ts';
import { relationshipId } from '../support/granular-admin.ts';

test('the link leads to the page of this one relationship', () => {
  expect(invitationLink(profiles.global, relationshipId)).toEqual({
    ok: true,
    link: `${profiles.global.granularAdminInvitation}${relationshipId}`,
  });
});

test('where nobody has documented the page, there is no link until somebody sets one', () => {
  const set = { ...profiles.us_gov, granularAdminInvitation: 'https://admin.contoso.example/invitation/' };
  expect(invitationLink(profiles.us_gov, relationshipId)).toMatchObject({ ok: false, failure: { kind: 'not-offered' } });
  expect(invitationLink(set, relationshipId)).toEqual({
    ok: true,
    link: `https://admin.contoso.example/invitation/${relationshipId}`,
  });
});

test('where there is no granular admin there is no link, whatever is set', () => {
  const set = { ...profiles.china_21v, granularAdminInvitation: 'https://admin.contoso.example/invitation/' };
  expect(invitationLink(set, relationshipId)).toMatchObject({ ok: false, failure: { words: expect.stringContaining('GDAP') } });
});

test('what is no relationship gets no link', () => {
  expect(invitationLink(profiles.global, '../../signOut')).toMatchObject({ ok: false, failure: { code: 'not-an-id' } });
});
