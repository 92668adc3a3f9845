import { expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeFile } from '../../src/store/store-file.ts';
import { createKeptChecks } from '../../src/conversation/kept-checks.ts';
import { createLookups } from '../../src/conversation/wizards/lookups.ts';
import { openCodes } from '../../src/customer-pages/codes.ts';
import { createCustomerPages } from '../../src/customer-pages/customer-pages.ts';
import { rememberedIn } from '../../src/customer-pages/remembered.ts';
import type { Case } from '../../src/cases/case.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { createErase } from '../../src/commands/erase.ts';
import { createDrafts } from '../../src/conversation/wizards/drafts.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { begun as checkBegun } from '../../src/wizards/check-eligibility/filling.ts';
import { begun as requestBegun } from '../../src/wizards/request-admin/filling.ts';
import { begun as switchBegun } from '../../src/wizards/switch-azure/filling.ts';
import { contoso, doing, inquiring, inviting } from '../support/requests.ts';
import { handshake } from '../support/terminal.ts';
import { createWorld, people, someone } from '../support/world.ts';

const tenantOf = (digit: string) => `c0570090-0090-4c90-8c90-00000000000${digit}`;
const fabrikam = {
  ...contoso,
  name: 'Fabrikam Mills',
  domain: 'fabrikam.example',
  contact: 'marta@fabrikam.example',
  tenant: tenantOf('f'),
};
const tailspin = {
  ...contoso,
  name: 'Tailspin Toys',
  domain: 'tailspin.example',
  contact: 'it@tailspin.example',
  tenant: tenantOf('e'),
};

/** Who they are, at the customer and at ours; all that they tell begins with the name of their company. */
const needles = ['Fabrikam', 'fabrikam', fabrikam.tenant, 'marta@', 'Sven Lund', '"sven"'];

/** Two customers have answered on our page, and were checked; the case of the one is over, that of the other runs. */
const filled = async (folder: string, wanted: 'request' | 'question') => {
  const store = await openLowdbStore(storeFile(folder));
  const world = createWorld({ store });
  const { opened, decline } = doing(world);
  const nobody = () => Promise.resolve([]);
  const lookups = createLookups({
    ports: world.ports,
    companies: { find: nobody, fellows: nobody },
    people: { known: () => Promise.resolve(someone('sven')) },
  });
  const checks = createKeptChecks(store);
  const codes = await openCodes(store, world.ports.chance);
  const pages = createCustomerPages({
    store,
    clock: world.ports.clock,
    codes,
    address: 'letters.nordlys.example',
    senders: () => ({ name: 'Nordlys Cloud AS', partnerId: '6100001' }),
    handle: world.handle,
    remember: rememberedIn(lookups, { id: 'customer', name: '', roles: [] }),
  });

  const answers = async (customer: typeof fabrikam, asker: string, caseId: CaseId | null): Promise<void> => {
    const invited = { cloud: 'global', customer, caseId, asker } as const;
    const { code } = await pages.inviteAnswers(`answers/${customer.name}/${caseId ?? ''}`, invited);
    const told = {
      what: `${customer.name}: web shop`,
      boughtFrom: 'other_csp',
      term: 'active',
      wish: 'yes',
      wishDay: '2026-03-01',
    };
    const form = new URLSearchParams({ code, ...told, partnerName: `${customer.name} IT`, partnerPlace: customer.domain });
    const [door] = pages.doors.filter(({ path }) => path === '/answers');
    const answer = await door?.open({ headers: {}, raw: Buffer.from(form.toString()), from: '203.0.113.7', method: 'POST' });
    expect(answer?.status).toBe(200);
  };

  const heard = async (customer: typeof fabrikam, who: 'ana' | 'sven'): Promise<CaseId> => {
    const asks = { request: inviting({}, who), question: inquiring({ about: `${customer.name}: web shop` }, who) };
    const id = await opened({ ...asks[wanted], customer });
    await world.settle();
    await answers(customer, people[who].name, null);
    await answers(customer, people[who].name, id);
    await checks.keep('global', customer, {
      by: people[who].id,
      on: '2026-03-02',
      items: [{ name: `${customer.name}: web shop`, thing: null, support: 'allow', move: 'allow', procedures: [], deadline: null }],
    });
    // Under its domain alone, as when its tenant was not known yet.
    await lookups.remember('global', { ...customer, tenant: null }, { 'customer.tenantKind': 'end_customer' }, someone(who));
    return id;
  };

  const over = await heard(fabrikam, 'sven');
  await heard(tailspin, 'ana');
  // A question is at its end with its answer.
  if (wanted === 'request') await decline(over, 'bo', 'No.');
  await world.settle();
  await store.close();
  return over;
};

test.each(['request', 'question'] as const)(
  'with a %s everything is forgotten that its customer has told, and nothing of anybody else',
  async (wanted) => {
    const folder = mkdtempSync(join(tmpdir(), 'handshake-erase-'));
    const over = await filled(folder, wanted);
    const bytes = () => readFileSync(storeFile(folder), 'utf8');
    const found = (texts: readonly string[]) => texts.filter((one) => bytes().includes(one));
    expect(found(needles)).toEqual(needles);

    const { err } = await handshake(`audit erase ${over} --store ${folder}`);
    expect(err).toMatch(/and [1-9]\d* notes beside it: what is remembered of this customer/);
    expect(await handshake(`audit erase ${over} --yes --store ${folder}`)).toMatchObject({
      status: 0,
      out: expect.stringMatching(/, [1-9]\d* notes were forgotten, and all are gone from the file\.$/),
    });

    expect(found(needles)).toEqual([]);
    const others = ['Tailspin Toys: web shop', 'Tailspin Toys IT', 'tailspin.example', 'Ana Ruiz'];
    expect(found(others)).toEqual(others);
    const store = await openLowdbStore(storeFile(folder));
    expect(await store.notes('answers-code/', null, 10)).toHaveLength(2);
    expect(await store.note(`told/global/${tailspin.tenant}`)).not.toBeNull();
    expect(await store.note(`told/global/${fabrikam.tenant}`)).toBeNull();
    await store.close();
  },
);

const found = ({ name, tenant, domain, country }: Case['customer']) => ({ name, tenant, domain, country, isOurs: false });

const byCustomer = {
  on: '2026-03-01',
  askedAbout: 'Web shop',
  told: { what: 'Our web shop', partner: { name: 'Wingtip', place: 'Bergen' }, writtenOn: '2026-02-20' },
};

/** As `check` and `switch azure` keep what was told, and any wizard the address of a letter. */
const checking = (customer: Case['customer']) => ({ ...checkBegun('global'), customer: found(customer), byCustomer });
const switching = (customer: Case['customer']) => ({ ...switchBegun('global'), customer: found(customer), byCustomer });
const writing = (letter: Record<string, string>) => ({ ...requestBegun('global'), filled: { letter } });

/** A case of this customer is over; who opened it, and another that runs. */
const atItsEnd = async (customer: Case['customer']) => {
  const world = createWorld();
  const { opened, decline } = doing(world);
  const over = await opened({ ...inviting({}, 'sven'), customer });
  const running = await opened(inviting());
  await decline(over, 'bo', 'No.');
  await world.settle();
  const drafts = createDrafts({ ...world.ports, shapeOf: () => null });
  return {
    over,
    running,
    store: world.ports.store,
    begin: (...begun: Parameters<typeof drafts.begin>) => drafts.begin(...begun),
    erase: async () => {
      expect(await createErase(world.ports)(over)).toMatchObject({ kind: 'erased' });
    },
  };
};

const unknown = { ...fabrikam, tenant: null };
const unplaced = { ...unknown, domain: null };

test.each([
  ['by its tenant', fabrikam, { ...fabrikam, name: 'FABRIKAM', domain: null }, { ...tailspin, name: fabrikam.name }],
  ['by its domain', unknown, { ...fabrikam, name: 'Mills' }, { ...tailspin, name: fabrikam.name }],
  ['by its domain, before its tenant was known', fabrikam, { ...unknown, name: 'Mills' }, { ...tailspin, tenant: null }],
  ['by its name', unplaced, { ...fabrikam, name: 'FABRIKAM MILLS' }, tailspin],
])('what a customer has told is forgotten in everybody’s drafts, too: it is found %s', async (_, customer, same, other) => {
  const { store, begin, erase } = await atItsEnd({ ...customer, contact: null });
  await begin(someone('ana'), 'check', checking(same));
  await begin(someone('bo'), 'switch-azure', switching(same));
  const left = [
    await begin(someone('ana'), 'check', checking(other)),
    await begin(someone('bo'), 'switch-azure', { ...switching(same), cloud: 'china_21v' }),
    await begin(someone('bo'), 'check', checkBegun('global')),
  ];
  await erase();
  const ids = (await store.notes('draft/', null, 10)).map(({ key }) => key.split('/').at(-1));
  expect(ids.sort()).toEqual(left.map(({ id }) => id).sort());
});

test.each([
  'it@fabrikam.example',
  'IT@Fabrikam.example',
  ' <it@fabrikam.example>',
  'Marta:\nit@fabrikam.example...and so on',
  '写信给it@fabrikam.example。',
])('a draft that names whom the letters went to is forgotten, however it is spelt: %j', async (text) => {
  const { store, begin, erase } = await atItsEnd({ ...fabrikam, contact: 'It@fabrikam.example' });
  await begin(someone('ana'), 'request-admin', writing({ paragraph: text }));
  await erase();
  expect(await store.notes('draft/', null, 10)).toEqual([]);
});

test.each([
  'audit@fabrikam.example',
  'o.it@fabrikam.example',
  'no-it@fabrikam.example',
  'it@fabrikam.example.org',
  'it@fabrikam.example-mills.org',
  'it@fabrikam.examples',
])('a colleague’s draft to somebody else stays, however alike the addresses: %s', async (contact) => {
  const { store, begin, erase } = await atItsEnd({ ...fabrikam, contact: 'it@fabrikam.example' });
  await begin(someone('ana'), 'request-admin', writing({ contact }));
  await erase();
  expect(await store.notes('draft/', null, 10)).toHaveLength(1);
});

test('what was pressed for another case is still done after a restart, and nothing for the one that is gone', async () => {
  const { over, running, store, erase } = await atItsEnd(fabrikam);
  const by = someone('ana');
  const commands = {
    own: { name: 'withdraw-case', caseId: over, why: 'No.' },
    other: { name: 'decline-case', caseId: running, words: `As ${fabrikam.contact} says, see ${over}.` },
    fresh: { name: 'end-admin', of: over, customer: fabrikam },
  };
  const notes = Object.entries(commands).map(([key, command]) => ({ key: `click/${key}`, expected: 0, value: { command, by } }));
  await store.commit({ notes });
  await erase();
  expect((await store.notes('click/', null, 10)).map(({ key }) => key)).toEqual(['click/fresh', 'click/other']);
});
