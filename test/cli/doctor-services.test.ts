import { describe, expect, test } from '@jest/globals';
import { becomes, complaints, diagnosed, hook, signedIn, visited } from '../support/doctor.ts';
import type { Clinic, Sickness } from '../support/doctor.ts';
import { granitt, nordlys } from '../support/sandbox-world.ts';

const READWRITE = 'DelegatedAdminRelationship.ReadWrite.All';

const permitted = (clinic: Clinic, change: (permissions: readonly string[]) => string[]): void => {
  for (const application of clinic.ours.applications) application.permissions = change(application.permissions);
};

/** A tenant that answers for another one. */
const takenForGranitt = ({ sandbox: { world } }: Clinic): void => {
  const real = world.partners.get.bind(world.partners);
  world.partners.get = (id) => {
    const partner = real(id);
    return partner && { ...partner, tenantId: granitt };
  };
};

const AFTER_ORGANIZATION = 7;

const sicknesses: readonly Sickness[] = [
  [
    'Partner Center takes us for another tenant',
    takenForGranitt,
    'fault',
    /^Our organization: Partner Center takes us for the tenant 7a11c0de-2222.*the accounts file for 7a11c0de-1111/,
    /^Correct tenantId in the accounts file/,
    AFTER_ORGANIZATION,
  ],
  [
    'the person is a Sales agent',
    (clinic) => signedIn(clinic, 'sales.agent'),
    'fault',
    /^Admin agent: Graph lets only Admin agents see granular admin/,
    /^Put the person who has signed in into AdminAgents in Partner Center\.$/,
    0,
  ],
  [
    'the application may not handle granular admin',
    (clinic) => {
      permitted(clinic, (all) => all.filter((one) => one !== READWRITE));
    },
    'fault',
    /^Permission for granular admin: The application may not handle/,
    /^Grant the application the delegated permission DelegatedAdminRelationship\.ReadWrite\.All/,
    1,
  ],
  [
    'the application may only look at granular admin',
    (clinic) => {
      permitted(clinic, (all) => all.map((one) => (one === READWRITE ? 'DelegatedAdminRelationship.Read.All' : one)));
    },
    'fault',
    /^Permission for granular admin: .*may be looked at, and not asked for/,
    /^Grant the application the delegated permission DelegatedAdminRelationship\.ReadWrite\.All/,
    1,
  ],
  [
    'a group is not there',
    ({ account }) => {
      const [first] = account.groups;
      if (first !== undefined) first.id = '96090009-0009-4909-8909-000000000099';
    },
    'fault',
    /^Group Handshake service desk: Our tenant has no group 96090009/,
    /^Make the security group, or correct its id/,
    0,
  ],
  [
    'nobody is in a group',
    (clinic) => {
      becomes(clinic, {
        groups: clinic.ours.groups.map((one) => (one.name === 'Handshake security' ? { ...one, members: [] } : one)),
      });
    },
    'fault',
    /^Group Handshake security: Nobody who may work is in it/,
    /^Put those who serve customers into it\.$/,
    0,
  ],
  [
    'a role is misspelt',
    ({ account }) => account.groups[0]?.roles.push('global_raeder'),
    'fault',
    /^Roles of the groups: No built-in directory role is called global_raeder\.$/,
    /^Correct the name in the accounts file/,
    0,
  ],
  [
    'no group is set down',
    ({ account }) => account.groups.splice(0),
    'warning',
    /^Groups: None is set down/,
    /^Set down at least one security group/,
    0,
  ],
  [
    'the Microsoft Partner Agreement is not signed',
    ({ ours }) => (ours.mpaSigned = false),
    'fault',
    /^Microsoft Partner Agreement: We have not signed it\.$/,
    /^Sign the Microsoft Partner Agreement in Partner Center/,
    0,
  ],
  [
    'the status of the program is not active',
    ({ ours }) => (ours.programmeActive = false),
    'fault',
    /^Customers: .*900149/,
    /^Have the status of our program put in order/,
    0,
  ],
  [
    'the PartnerID is unknown',
    ({ account }) => (account.partnerId = '9999999'),
    'fault',
    /^PartnerID: Partner Center knows no active PartnerID 9999999\.$/,
    /^Correct partnerId/,
    0,
  ],
  [
    'the PartnerID is somebody else’s',
    ({ account }) => (account.partnerId = '6100002'),
    'warning',
    /^PartnerID: 6100002 is the PartnerID of Granitt IT AS\.$/,
    /^Correct partnerId/,
    0,
  ],
  [
    'the webhook is not registered',
    ({ sandbox }) => {
      sandbox.world.registrations.clear();
    },
    'fault',
    /^Webhook: Partner Center has none registered for us\.$/,
    /^Register https:\/\/handshake\.nordlys\.example\/news there: handshake webhooks register$/,
    1,
  ],
  [
    'the webhook is registered somewhere else',
    ({ account }) => (account.webhook.url = `${hook}/old`),
    'fault',
    /^Webhook: Partner Center tells its news to https:\/\/handshake\.nordlys\.example\/news, not to .*\/old\.$/,
    /^Register .*\/old in its place, .*: handshake webhooks register$/,
    1,
  ],
  [
    'an event of the webhook is missing',
    ({ sandbox }) => {
      const registration = sandbox.world.registrations.get(nordlys);
      if (registration) registration.events = registration.events.filter((one) => one !== 'create-transfer');
    },
    'fault',
    /^Events of the webhook: Not registered: create-transfer\.$/,
    /^Register it again, with these events too: handshake webhooks register$/,
    0,
  ],
  [
    'a pinned issuer is no certificate',
    ({ environment }) => (environment.ISSUER = 'nothing'),
    'fault',
    /^Signers of the webhook: webhook\.issuers\.0 is no certificate \(PEM\)\.$/,
    /^Put in the certificate of the present issuer/,
    0,
  ],
  [
    'nobody is pinned as an issuer',
    ({ account }) => account.webhook.issuers.splice(0),
    'warning',
    /^Signers of the webhook: No issuer is pinned/,
    /^Name the issuer’s certificate in webhook\.issuers\.$/,
    0,
  ],
  [
    'a page answers in the place of a service',
    ({ sandbox }) => {
      sandbox.faults.add({ surface: 'partner-center', path: /relationshiprequests$/, times: 9, fault: { kind: 'page' } });
    },
    'fault',
    /^Reseller invitation: .*a page instead of JSON/,
    /^Let this machine reach http:\/\/127\.0\.0\.1:\d+\/global\/partner-center directly/,
    0,
  ],
];

describe('the doctor names exactly what is wrong at Partner Center and Graph, and the next step, when', () => {
  test.each(sicknesses)('%s', async (_, harm, ...expected) => {
    const { found, asExpected } = await diagnosed(harm, ...expected);
    expect(found).toEqual(asExpected);
  });

  test('a service wants to be left alone: that is no fault', async () => {
    const { report } = await visited(({ sandbox }) => {
      sandbox.faults.add({
        surface: 'graph',
        path: /delegatedAdminRelationships$/,
        times: 9,
        fault: { kind: 'throttled', retryAfter: '30' },
      });
    });
    const [first, ...others] = complaints(report);
    expect(first).toMatchObject({ tried: 'Admin agent', is: 'warning', next: 'Run this again in some minutes.' });
    expect(others.every(({ is }) => is === 'warning')).toBe(true);
  });
});
