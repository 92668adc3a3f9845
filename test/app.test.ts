import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { createApp } from '../src/app.ts';
import { instant } from '../src/cases/time.ts';
import type { Carrier, Courier } from '../src/ports.ts';
import { createServer, listen } from '../src/http/server.ts';
import { addPartners } from '../src/sandbox/partners.ts';
import { approveRelationship } from '../src/sandbox/relationships.ts';
import { createSandbox, listenSandbox } from '../src/sandbox/server.ts';
import { acceptTie } from '../src/sandbox/ties.ts';
import { instantly } from '../src/sandbox/timing.ts';
import { createServices } from '../src/services/services.ts';
import { createMemoryStore } from '../src/store/lowdb.ts';
import { createLine } from '../src/wire/line.ts';
import { doing, inviting } from './support/requests.ts';
import { addCustomer, nordlys, solsikke } from './support/sandbox-world.ts';
import { accountAt, clientId, memorySecrets } from './support/sandboxed.ts';
import { house, people, personKnown, someone } from './support/world.ts';

/** Long enough for a busy machine; usually it is a matter of a second. */
const PATIENCE_MS = 20_000;

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo()) && performance.now() < end) await pause(20);
};

/** The machine’s clock, and how far we have set it forward. */
let aheadMs = 0;
const clock = { now: () => instant(Date.now() + aheadMs) };

/** What no service tells of us. */
const facts = {
  'partner.type': 'direct_bill',
  'partner.restrictedDirectBill': false,
  'partner.alsoIndirectReseller': false,
  'partner.sharedServicesTenant': false,
  'partner.onboardedToCloud': true,
  'partner.country': 'NO',
};

/** A letter as it was made, that nobody has changed. */
const letter = {
  'msg.edited': false,
  'msg.editedParagraphs': [],
  'msg.linkState': 'intact',
  'msg.linkKind': 'gdap',
  'msg.linkHost': 'admin.microsoft.com',
  'msg.hostAllowListed': null,
  'msg.reuseForOtherCustomer': false,
};

/** Nobody reads along here: whatever is posted is posted. */
const courier: Courier = {
  post: () => Promise.resolve({ kind: 'posted', activityId: 'posted' }),
  update: (_chat, activityId) => Promise.resolve({ kind: 'posted', activityId }),
  open: (personId) => Promise.resolve({ kind: 'opened', chat: { id: personId, service: 'https://chat.example/' } }),
};

/** The letter is sent as soon as it is wanted. */
const atOnce: Carrier = { carryOut: () => Promise.resolve({ kind: 'done' }) };

/** Everything as it runs for a partner, on real time: the app, its door for webhooks, and Microsoft at the other end of HTTP. */
const open = async () => {
  const said: string[] = [];
  const operator = { tell: (sentence: string) => void said.push(sentence) };
  const sandbox = createSandbox({
    now: clock.now,
    timing: instantly,
    tell: operator.tell,
    populate: (world) => {
      addPartners(world);
      addCustomer(world, solsikke);
    },
  });
  const microsoft = await listenSandbox(sandbox, 0);
  closing.push(microsoft.close);
  const line = createLine();
  closing.push(line.close);
  const secrets = memorySecrets();
  const signedIn = sandbox.signIn('global', { upn: 'admin.agent@nordlys.example', clientId, mfa: true });
  secrets.kept.set(`sign-in.global.${nordlys}`, signedIn?.refreshToken ?? '');
  const webhook = { url: 'https://bot.nordlys.example/hooks/partner-center', issuers: [sandbox.certificates.authority] };
  const services = createServices({ accounts: [accountAt(microsoft.base, { webhook, facts })], line, clock, secrets, operator });

  const store = createMemoryStore();
  const app = createApp({
    ports: { store, clock, operator, house: () => house, chance: { salt: () => 'salt', fraction: () => 0.5 } },
    services,
    line,
    letters: { facts: { read: () => Promise.resolve(letter) }, carrier: atOnce },
    office: { company: 'Nordlys Cloud AS', tenant: nordlys, tenants: [nordlys], senders: () => null, channels: [] },
    chat: () => ({
      door: { path: '/api/messages', mostBytes: 0, open: () => Promise.resolve({ status: 404, text: '' }) },
      courier,
      settled: () => Promise.resolve(),
    }),
    people: {
      known: (id) => Promise.resolve(personKnown(id)),
      withRoles: () => Promise.resolve((Object.keys(people) as (keyof typeof people)[]).map(someone)),
      mayTell: (_, now) => Promise.resolve(now),
    },
  });
  const server = createServer([], app.doors);
  closing.push(() => {
    server.server.closeAllConnections();
    server.close();
  });
  const port = await listen(server, 0, '127.0.0.1');
  const [office] = services.offices;
  const registered = await office?.partnerCenter.webhookRegistration.register(
    {
      url: `http://127.0.0.1:${port}/hooks/partner-center`,
      events: ['reseller-relationship-accepted-by-customer', 'granular-admin-relationship-activated'],
      signatureIn: 'x-ms-signature',
    },
    'register',
  );
  expect(registered?.ok).toBe(true);
  const running = app.run();
  closing.push(async () => {
    app.stop();
    await running;
  });
  return { ...app, store, sandbox, said };
};

test('a request becomes working admin rights: asked, approved, accepted outside, heard by webhook, groups assigned', async () => {
  const { handle, store, sandbox, clockwork, said } = await open();
  const { approve, opened } = doing({ handle, store } as never);
  const { customer, proposal, ...asked } = inviting();
  const told = { ...proposal.told, 'customer.dapHolderForService': 'none', 'gdap.nameInUse': false, 'gdap.status': 'created' };
  const wanted = { ...asked, customer: { ...customer, tenant: solsikke, country: 'NO' }, proposal: { ...proposal, told } };
  const id = await opened(wanted);
  expect(await approve(id, 'ada')).toMatchObject({ kind: 'done' });
  clockwork.poke();
  const status = async () => (await store.case(id))?.case.status;
  await until(async () => (await status()) === 'awaiting-customer');
  const troubles = said.filter((sentence) => !sentence.startsWith('Head of'));
  expect([await status(), troubles]).toEqual(['awaiting-customer', []]);

  const [relationship] = [...sandbox.world.relationships.values()];
  expect(acceptTie(sandbox.world, solsikke, nordlys, { dap: false })).toEqual({ done: true });
  expect(approveRelationship(sandbox.world, relationship?.id ?? '', solsikke)).toEqual({ done: true });
  // Nobody looks by themselves for a quarter of an hour.
  const isWaiting = async () =>
    (await store.effectsOf(id)).some(
      ({ effect, state, claim }) => effect.kind === 'assign-groups' && state === 'waiting' && claim > 0,
    );
  await until(isWaiting);
  // Microsoft takes its time over a group; after a minute somebody looks whether it is done.
  aheadMs = 2 * 60_000;
  clockwork.poke();
  await until(async () => (await status()) === 'active');
  expect(await status()).toBe('active');
  expect(relationship?.assignments.map((one) => [one.status, one.roles.length])).toEqual([['active', 2]]);
});
