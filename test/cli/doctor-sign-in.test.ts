import { describe, expect, test } from '@jest/globals';
import { instant } from '../../src/cases/time.ts';
import { createOwnCertificate } from '../../src/sandbox/webhooks/certificates.ts';
import { SIGN_IN_AGAIN, diagnosed, signedIn } from '../support/doctor.ts';
import type { Sickness } from '../support/doctor.ts';
import { granitt, nordlys } from '../support/sandbox-world.ts';

/** How much a fault leaves that cannot be looked at. */
const WHOLE_ACCOUNT = 1;
const AFTER_TENANT = 16;
const AFTER_APPLICATION = 15;
const AFTER_SIGN_IN = 15;
const AFTER_PERSON = 14;
const AFTER_FACTOR = 13;

const sicknesses: readonly Sickness[] = [
  [
    'the secret is wrong',
    ({ environment }) => (environment.SECRET_OF_global = 'another'),
    'fault',
    /^Application: .*AADSTS7000215.*wrong/,
    /^Put the present secret of the application/,
    AFTER_APPLICATION,
  ],
  [
    'the variable of the secret is not set',
    ({ environment }) => (environment.SECRET_OF_global = ''),
    'fault',
    /^Secrets: The variable SECRET_OF_global is not set\.$/,
    /^Put it where the accounts file says/,
    WHOLE_ACCOUNT,
  ],
  [
    'the file of the secret is not there',
    ({ account }) => (account.application.credential = { kind: 'secret', secret: { file: 'no-such-file' } }),
    'fault',
    /^Secrets: The file .*no-such-file cannot be read \(ENOENT\)\.$/,
    /^Put it where the accounts file says/,
    WHOLE_ACCOUNT,
  ],
  [
    'the certificate is none',
    ({ account, environment }) => {
      environment.PEM = 'no certificate';
      account.application.credential = { kind: 'certificate', privateKey: { variable: 'PEM' }, certificate: { variable: 'PEM' } };
    },
    'fault',
    /^Application: .*certificate of the application, or its key, cannot be used/,
    /^Put in a certificate \(PEM\) and the key/,
    AFTER_APPLICATION,
  ],
  [
    'the application is unknown',
    ({ account }) => (account.application.clientId = 'ab9f0000-0009-4f09-8f09-0000000000f9'),
    'fault',
    /^Application: .*AADSTS700016/,
    /^Correct application\.clientId/,
    AFTER_APPLICATION,
  ],
  [
    'the certificate is not the one that is registered',
    ({ account, environment }) => {
      const other = createOwnCertificate('handshake.example', instant(Date.parse('2026-03-02T09:00:00Z')));
      environment.KEY = other.privateKey;
      environment.CERTIFICATE = other.certificate;
      account.application.credential = {
        kind: 'certificate',
        privateKey: { variable: 'KEY' },
        certificate: { variable: 'CERTIFICATE' },
      };
    },
    'fault',
    /^Application: .*AADSTS700027/,
    /^Register the certificate with the application/,
    AFTER_APPLICATION,
  ],
  [
    'the tenant is unknown',
    ({ account, secrets }) => {
      account.tenantId = '7a11c0de-9999-4a10-8a10-0000000000a9';
      secrets.kept.set(`sign-in.global.${account.tenantId}`, 'something');
    },
    'fault',
    /^Tenant: .*knows no tenant 7a11c0de-9999/,
    /^Correct tenantId, or the cloud/,
    AFTER_TENANT,
  ],
  [
    'the sign-in service cannot be reached',
    // Nobody listens at the first port.
    ({ account }) => (account.hosts.login = 'http://127.0.0.1:1'),
    'fault',
    /^Tenant: .*nobody could be reached/,
    /^See that this machine reaches http:\/\/127\.0\.0\.1:1: its name, the firewall, the proxy\.$/,
    AFTER_TENANT,
  ],
  [
    'the tenant is somebody else’s',
    ({ account, secrets }) => {
      account.tenantId = granitt;
      secrets.kept.set(`sign-in.global.${granitt}`, 'something');
    },
    'fault',
    /^Application: .*AADSTS7000229/,
    /^Correct tenantId or application\.clientId/,
    AFTER_APPLICATION,
  ],
  [
    'nobody has signed in',
    ({ secrets }) => {
      secrets.kept.clear();
    },
    'fault',
    /^Sign-in: Nobody has signed in yet\.$/,
    SIGN_IN_AGAIN,
    AFTER_SIGN_IN,
  ],
  [
    'what is kept of the sign-in is damaged',
    ({ secrets }) => secrets.kept.set(`sign-in.global.${nordlys}`, '{"refreshToken":'),
    'fault',
    /^Sign-in: The sign-in that is kept cannot be read/,
    /^See to the folder of the setting SECRETS\. Let an Admin agent/,
    AFTER_SIGN_IN,
  ],
  [
    'the sign-in has expired',
    ({ sandbox }) => {
      sandbox.pass(91 * 86_400);
    },
    'fault',
    /^Person: .*AADSTS700082/,
    SIGN_IN_AGAIN,
    AFTER_PERSON,
  ],
  [
    'what is granted cannot be kept',
    ({ secrets }) => {
      secrets.write = () => Promise.reject(Object.assign(new Error('refresh-token'), { code: 'EACCES' }));
    },
    'fault',
    /^Person: Sign-in: the refresh token could not be kept \(EACCES\)$/,
    /can write into the folder of the setting SECRETS\.$/,
    AFTER_PERSON,
  ],
  [
    'nobody has used the sign-in for 70 days',
    (clinic) => {
      const refreshToken = signedIn(clinic);
      clinic.secrets.kept.set(`sign-in.global.${nordlys}`, JSON.stringify({ refreshToken, lastUsed: '2025-12-22' }));
    },
    'warning',
    /^Sign-in: .*last used on 2025-12-22, 70 days ago/,
    /^Let the bot run: it renews the sign-in/,
    0,
  ],
  [
    'the person has signed in without a second factor',
    (clinic) => {
      clinic.sandbox.rules.secondFactor = 'at-service';
      signedIn(clinic, 'admin.agent', false);
    },
    'fault',
    /^Second factor: The person has signed in without one/,
    SIGN_IN_AGAIN,
    AFTER_FACTOR,
  ],
  [
    'sign-in itself wants a second factor',
    (clinic) => signedIn(clinic, 'admin.agent', false),
    'fault',
    /^Person: .*AADSTS50076/,
    SIGN_IN_AGAIN,
    AFTER_PERSON,
  ],
];

describe('the doctor names exactly what is wrong with how we sign in, and the next step, when', () => {
  test.each(sicknesses)('%s', async (_, harm, ...expected) => {
    const { found, asExpected } = await diagnosed(harm, ...expected);
    expect(found).toEqual(asExpected);
  });
});
