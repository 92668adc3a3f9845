import { describe, expect, test } from '@jest/globals';
import { saysOf } from '../../src/tokens/says.ts';

const jwt = (claims: unknown): string =>
  `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;

describe('what an access token says of itself', () => {
  test.each([
    [{ amr: ['pwd', 'mfa'] }, true],
    [{ amr: ['pwd'] }, false],
    [{}, null],
    [{ amr: 'mfa' }, null],
  ])('%p: whether there was a second factor: %p', (claims, hasSecondFactor) => {
    expect(saysOf(jwt(claims))).toEqual({ audience: null, tenant: null, person: null, hasSecondFactor, permissions: null });
  });

  test('for whom it is, where, and whose', () => {
    const claims = { aud: 'https://graph.example', tid: 'c0570001', upn: 'kari@nordlys.example', extra: 1 };
    expect(saysOf(jwt(claims))).toMatchObject({ audience: claims.aud, tenant: claims.tid, person: claims.upn });
  });

  test('what it lets us do', () => {
    expect(saysOf(jwt({ scp: 'Directory.Read.All User.Read' }))?.permissions).toEqual(['Directory.Read.All', 'User.Read']);
    expect(saysOf(jwt({ scp: '' }))?.permissions).toEqual([]);
  });

  test.each(['', 'opaque', 'eyJ.SIMULATED.APPONLY', jwt(null), jwt('x'), jwt([1])])('%p is not for reading', (token) => {
    expect(saysOf(token)).toBeNull();
  });
});
