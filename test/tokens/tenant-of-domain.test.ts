import { describe, expect, test } from '@jest/globals';
import { profiles } from '../../src/clouds/profiles.ts';
import { tenantOfDomain } from '../../src/tokens/tenant-of-domain.ts';
import type { TokenOptions } from '../../src/tokens/token-endpoint.ts';
import { answers } from '../support/fault-server.ts';
import { CUSTOMER, signingIn } from '../support/signing-in.ts';

const found = answers(200, { token_endpoint: `https://login.example/${CUSTOMER.toUpperCase()}/oauth2/token` });
const of =
  (domain: string) =>
  ({ account, line }: TokenOptions) =>
    tenantOfDomain(account.profile, line, domain);

describe('the tenant of a domain', () => {
  test.each([
    ['contoso.example', 'contoso.example'],
    [' Contoso.Example ', 'contoso.example'],
    ['blåbær.example', 'xn--blbr-roah.example'],
    ['sub-1.contoso.example', 'sub-1.contoso.example'],
  ])('of %p is asked for at %s', async (domain, at) => {
    const { told, heard } = await signingIn([found], of(domain));
    expect(told).toMatchObject({ ok: true, body: CUSTOMER });
    expect(heard[0]?.path).toBe(`/${at}/.well-known/openid-configuration`);
  });

  test.each([
    '',
    'contoso',
    '../common',
    'contoso.example/common',
    'contoso.example?x',
    'contoso.example#x',
    'a@contoso.example',
    'contoso.example:8443',
    '127.0.0.1',
    '[::1]',
    'con toso.example',
    '-x.example',
    'contoso.example..',
    `${'x'.repeat(300)}.example`,
  ])('%p is no domain, and nobody is asked', async (domain) => {
    const { told, heard } = await signingIn([found], of(domain));
    expect(told).toMatchObject({ failure: { kind: 'not-found' } });
    expect(heard.length).toBe(0);
  });

  test('is found also where the service stands below a path', async () => {
    const below = async ({ account, line }: TokenOptions) => {
      const login = `${account.profile.login}/global/sign-in`;
      return tenantOfDomain({ ...account.profile, login }, line, 'contoso.example');
    };
    const token_endpoint = `https://login.example/global/sign-in/${CUSTOMER}/oauth2/token`;
    expect((await signingIn([answers(200, { token_endpoint })], below)).told).toMatchObject({ ok: true, body: CUSTOMER });
  });

  test('that nobody knows is not found', async () => {
    const { told } = await signingIn([answers(400, { error: 'invalid_tenant', error_codes: [90002] })], of('havbris.example'));
    expect(told).toMatchObject({ failure: { kind: 'not-found' } });
  });

  test('that lives in another cloud is not found in this one', async () => {
    const elsewhere = { token_endpoint: `${profiles.us_gov.login}/${CUSTOMER}/oauth2/token` };
    const { told } = await signingIn([answers(200, elsewhere)], of('havbris.example'));
    expect(told).toMatchObject({ failure: { kind: 'not-found' } });
  });

  test.each([403, 500])('is not unknown only because it answers %i', async (status) => {
    const { told } = await signingIn([answers(status)], of('havbris.example'));
    expect(told).not.toMatchObject({ failure: { kind: 'not-found' } });
  });

  test.each(['https://login.example/common/oauth2/token', 'https://login.example', 'nonsense', 5])(
    'is not taken from %p',
    async (token_endpoint) => {
      const { told } = await signingIn([answers(200, { token_endpoint })], of('havbris.example'));
      expect(told).toMatchObject({ failure: { kind: 'unreadable' } });
    },
  );
});
