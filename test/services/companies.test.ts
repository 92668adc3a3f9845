import { afterEach, describe, expect, test } from '@jest/globals';
import type { Face, Fault } from '../../src/sandbox/faults.ts';
import type { World as MadeUp } from '../../src/sandbox/world.ts';
import { addCustomer, fjord, havbris, lyngmo, nordlys, solsikke, tie, tindetopp } from '../support/sandbox-world.ts';
import { createSandboxed } from '../support/sandboxed.ts';
import type { Sandboxed } from '../support/sandboxed.ts';

let open: Sandboxed | null = null;
afterEach(async () => {
  await open?.close();
});

const bakery = { name: 'Solsikke Bakeri AS', tenant: solsikke, domain: 'solsikkebakeri.example', country: 'NO', isOurs: true };
const shipping = { name: 'Havbris Rederi AS', tenant: havbris, domain: 'havbris.example', country: null, isOurs: true };
const school = { name: 'lyngmoskole.example', tenant: lyngmo, domain: 'lyngmoskole.example', country: null, isOurs: false };

/** A bakery and a shipping company of ours, and a school that is not. */
const usual = (made: MadeUp): void => {
  tie(addCustomer(made, solsikke), nordlys);
  tie(addCustomer(made, havbris), nordlys);
  addCustomer(made, lyngmo);
};

const world = async (populate = usual) => {
  open = await createSandboxed({ populate });
  const { companies, sandbox, requests } = open;
  return {
    find: (text: string, limit = 9) => companies.find('global', text, limit),
    fellows: companies.fellows,
    companies,
    requests,
    fails: (surface: Face, path: RegExp, fault: Fault = { kind: 'status', status: 503, as: 'error' }) => {
      sandbox.faults.add({ surface, path, times: 50, fault });
    },
  };
};

describe('a company is found', () => {
  test.each([
    ['its domain', 'solsikkebakeri.example'],
    ['its domain, in capitals and with blanks around', '  SolsikkeBakeri.Example '],
    ['its tenant', solsikke],
    ['its tenant, in capitals', solsikke.toUpperCase()],
    ['its name', 'Solsikke Bakeri AS'],
    ['how its name begins, however it is written', 'sOLS'],
  ])('by %s: ours with all that Partner Center knows', async (_, text) => {
    const { find } = await world();
    expect(await find(text)).toEqual([bakery]);
  });

  test('by another domain of it, which counts as its domain from then on', async () => {
    const { find } = await world();
    const other = 'solsikkebakeri.onmicrosoft.example';
    expect(await find(other)).toEqual([{ ...bakery, domain: other }]);
  });

  test('by its domain or its tenant where it is none of ours: of that one nothing else is known', async () => {
    const { find } = await world();
    expect(await find('lyngmoskole.example')).toEqual([school]);
    expect(await find(lyngmo)).toEqual([{ ...school, name: lyngmo, domain: null }]);
  });

  test('by a name with a point in it', async () => {
    const { find } = await world((made) => {
      tie(addCustomer(made, solsikke, { name: 'Solsikke.nu' }), nordlys);
    });
    expect(await find('solsikke.nu')).toMatchObject([{ name: 'Solsikke.nu', tenant: solsikke, country: 'NO' }]);
  });

  test.each([
    ['a domain that nobody has', 'nobody.example'],
    ['how a domain of ours begins', 'solsikkebakeri.e'],
    ['a tenant that is nowhere', 'c0579999-9999-4c99-8c99-0000000000c9'],
    ['a name that is not ours', 'Lyngmo'],
    ['something else in the place of a name', '{"Field":"CompanyName"}'],
    ['an address', 'https://solsikkebakeri.example/kontakt'],
    ['far too much', 'a'.repeat(5000)],
  ])('and nobody is guessed: %s', async (_, text) => {
    const { find } = await world();
    expect(await find(text)).toEqual([]);
  });
});

describe('where nothing is typed', () => {
  test('ours are told by name, each once, as many as were asked for, without a country', async () => {
    const { find } = await world();
    const listed = { ...bakery, country: null };
    expect(await find('')).toEqual([shipping, listed]);
    expect([await find(' ', 1), await find('', 0)]).toEqual([[shipping], []]);
  });

  test('Partner Center is not asked again for each key that is pressed', async () => {
    const { find, requests } = await world();
    for (let again = 0; again < 3; again++) await find('');
    expect(requests.filter(({ surface }) => surface === 'partner-center')).toHaveLength(1);
  });

  test('the country of a single one is told', async () => {
    const { find } = await world((made) => {
      tie(addCustomer(made, solsikke), nordlys);
    });
    expect(await find('')).toEqual([bakery]);
  });
});

describe('who does not answer is named', () => {
  test.each<[string, string, Face, RegExp, string]>([
    ['the list', '', 'partner-center', /customers$/, 'Partner Center'],
    ['the search by name', 'Sol', 'partner-center', /customers$/, 'Partner Center'],
    ['the search by domain', 'solsikkebakeri.example', 'partner-center', /customers$/, 'Partner Center'],
    ['the customer itself', solsikke, 'partner-center', /customers\/./, 'Partner Center'],
    ['the directory, for a domain', 'lyngmoskole.example', 'sign-in', /openid-configuration/, 'Microsoft Entra ID'],
    ['the directory, for a tenant', lyngmo, 'sign-in', /openid-configuration/, 'Microsoft Entra ID'],
    ['nobody lets us in', 'Sol', 'sign-in', /token/, 'Partner Center'],
  ])('%s', async (_, text, surface, path, unreachable) => {
    const { find, fails } = await world();
    fails(surface, path);
    expect(await find(text)).toEqual({ unreachable });
  });

  test('and in a cloud without an account of ours there is nobody', async () => {
    const { companies, requests } = await world();
    expect(await companies.find('us_gov', 'Sol', 9)).toEqual([]);
    expect(await companies.fellows('us_gov', 'resellers')).toEqual([]);
    expect(requests).toEqual([]);
  });
});

describe('other partners around us', () => {
  const as = (type: 'provider' | 'reseller') => (made: MadeUp) => {
    Object.assign(made.partners.get(nordlys) ?? {}, { type });
  };

  test('are those whom we provide for', async () => {
    const { fellows } = await world(as('provider'));
    expect(await fellows('global', 'resellers')).toContainEqual({
      name: 'Tindetopp Konsult AS',
      tenant: tindetopp,
      partnerId: '6100004',
    });
    expect(await fellows('global', 'providers')).toEqual([]);
  });

  test('and those who provide for us', async () => {
    const { fellows } = await world(as('reseller'));
    expect(await fellows('global', 'providers')).toContainEqual({
      name: 'Fjord Distribution AS',
      tenant: fjord,
      partnerId: '6100003',
    });
  });

  test('cannot be told while Partner Center does not answer', async () => {
    const { fellows, fails } = await world(as('provider'));
    fails('partner-center', /relationships/);
    expect(await fellows('global', 'resellers')).toEqual({ unreachable: 'Partner Center' });
  });
});
