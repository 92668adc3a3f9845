import { createServer, listen } from '../../src/http/server.ts';
import { createNewsDesk } from '../../src/services/news.ts';
import { createOffers } from '../../src/services/offers.ts';
import { webhookDoors } from '../../src/services/webhook-doors.ts';
import { sharedCertificates } from './sandbox.ts';
import { nordlys } from './sandbox-world.ts';
import { createSandboxed } from './sandboxed.ts';

const url = 'https://bot.nordlys.example/webhooks/partner-center';

const events = [
  'reseller-relationship-accepted-by-customer',
  'granular-admin-relationship-approved',
  'granular-admin-relationship-activated',
  'granular-admin-relationship-terminated',
  'dap-admin-relationship-terminated',
  'create-transfer',
  'complete-transfer',
];

/** The whole product over the made-up Microsoft, which tells us its news over HTTP. */
export const createHearing = async (setting: Parameters<typeof createSandboxed>[0] = {}) => {
  const certificates = sharedCertificates();
  const webhook = { url, issuers: [certificates.authority] };
  const open = await createSandboxed({
    ...setting,
    account: { webhook, ...setting.account },
    sandbox: { certificates, ...setting.sandbox },
  });
  const { operator, store, clock, line } = open;
  const [at] = open.offices;
  if (at === undefined) throw new Error('There is no account');

  let pokes = 0;
  const underWay: Promise<void>[] = [];
  const offers = createOffers({ handle: open.handle, clock, operator });
  const desk = createNewsDesk({ store, clock, offers, poke: () => (pokes += 1) });
  const doors = webhookDoors({
    offices: open.offices,
    line,
    clock,
    operator,
    heard: (office, news) => {
      const leads = desk(office, news);
      underWay.push(leads);
      return leads;
    },
  });
  const server = createServer([], doors);
  const port = await listen(server, 0, '127.0.0.1');
  const { world, webhooks } = open.sandbox;
  const here = `http://127.0.0.1:${port}${new URL(url).pathname}`;
  world.registrations.set(nordlys, { subscriberId: 's1', url: here, events, inOwnHeader: false, modifiedAt: world.now() });

  return {
    ...open,
    at,
    offers,
    pokes: () => pokes,
    /** Everything that has been announced is here, and what it leads to is done; no time has passed. */
    arrive: async (): Promise<void> => {
      world.settle();
      await webhooks.arrived();
      await Promise.allSettled(underWay.splice(0));
      await open.settle();
    },
    close: async (): Promise<void> => {
      server.server.closeAllConnections();
      server.close();
      await open.close();
    },
  };
};
