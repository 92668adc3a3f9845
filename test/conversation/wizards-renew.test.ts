import { describe, expect, test } from '@jest/globals';
import { reached } from '../commands/reached.ts';
import { doing, inviting, renewing } from '../support/requests.ts';
import { atTheWizard, told } from '../support/wizard-world.ts';
import { house } from '../support/world.ts';
import type { Sitting } from '../support/world.ts';

const setting = async (sitting: Sitting = {}) => {
  const at = atTheWizard({}, sitting, 'renew');
  const does = doing(at.world);
  return { at, does, old: await reached['admin-relationship'].active(at.world, does) };
};

/** Without a limit of the house, what runs may be extended. */
const free: Sitting = { house: { ...house, longestGdapDays: undefined } };

const opened = async ({ at }: Awaited<ReturnType<typeof setting>>) => {
  const shown = at.shown();
  const kept = 'case' in shown ? await at.world.store.case(shown.case) : null;
  return kept?.case;
};

const values = (at: ReturnType<typeof atTheWizard>): readonly (readonly [string, unknown])[] =>
  at.questions('rights').questions.map(({ id, value }) => [id, value]);

describe('the wizard “renew”', () => {
  test('leads from the case that was named to a request, and keeps what is there', async () => {
    const set = await setting();
    const { at, old } = set;
    await at.start(old);
    expect(at.questions('rights')).toMatchObject({ customer: 'Contoso Bakery', lead: expect.stringContaining(old) });
    expect(values(at)).toEqual([
      ['roles', 'directory_readers,service_support_administrator'],
      ['days', 180],
    ]);
    await at.does('page', { roles: 'directory_readers,service_support_administrator', days: '180' });
    expect(at.where()).toBe('told');
    await at.does('page', told);
    expect(at.data('wizard/letter').questions.map(({ id }) => id)).toEqual(['paragraph']);
    expect(at.data('wizard/letter').questions[0]?.hint).toContain('it@contoso.example');
    await at.does('page', { paragraph: 'Wie besprochen.' });
    const { facts, approval } = at.data('wizard/review');
    expect(facts.map(({ name }) => name)).toEqual(expect.arrayContaining(['It ends on', 'The old one', 'Roles', 'Length']));
    expect(approval).toContain('Admin agent');
    await at.does('page');
    expect(await opened(set)).toMatchObject({
      status: 'awaiting-approval',
      proposal: { wants: 'renew', of: old, how: 'anew', gdap: { durationDays: 180 }, letter: { paragraph: 'Wie besprochen.' } },
    });
  });

  test('goes the same way in Russian, where one types the customer', async () => {
    const { at, old } = await setting();
    await at.start('contoso.example', 'ana', 'ru');
    expect(at.questions('rights').title).toBe('Продление: права');
    expect(at.questions('rights').lead).toContain(old);
  });

  test('is about the case that was named also where there are several clouds: a case knows its own', async () => {
    const at = atTheWizard({ clouds: ['global', 'china_21v'] }, {}, 'renew');
    const old = await reached['admin-relationship'].active(at.world, doing(at.world));
    await at.start(old);
    expect(at.where()).toBe('rights');
    await at.start('contoso.example', 'sven');
    expect(at.where()).toBe('customer');
  });

  test('says what changes: roles that go, roles that come, another length', async () => {
    const { at, old } = await setting();
    await at.start(old);
    await at.does('page', { roles: 'directory_readers,user_administrator', days: '90' });
    await at.does('page', told);
    await at.does('page', { paragraph: '' });
    const said = new Map(at.data('wizard/review').facts.map(({ name, value }) => [name, value]));
    expect(said.get('New roles')).toBe('User Administrator');
    expect(said.get('Roles no longer asked for')).toBe('Service Support Administrator');
    expect([said.get('Length'), said.get('Length until now')]).toEqual(['90 days', '180 days']);
  });

  test('shows the letter as it would be sent', async () => {
    const { at, old } = await setting();
    await at.start(old);
    await at.does('page', {});
    await at.does('page', told);
    const look = at.buttons().find(({ seen }) => seen.endsWith(' look'));
    if (look === undefined) throw new Error('The letter cannot be looked at');
    await at.press(at.pressOf(look, { paragraph: 'Wie besprochen.' }));
    expect(at.data('wizard/letter').preview.join('\n')).toContain('Wie besprochen.');
  });
});

describe('extending', () => {
  test('asks the customer nothing, so there is no letter', async () => {
    const set = await setting(free);
    const { at, old } = set;
    await at.start(old);
    expect(values(at)[0]).toEqual(['how', 'anew']);
    await at.does('page', { how: 'extend' });
    expect(at.data('wizard/review').facts).toContainEqual({ name: 'The old one', value: expect.stringContaining('by itself') });
    await at.does('page');
    expect(await opened(set)).toMatchObject({ proposal: { how: 'extend', gdap: { autoExtend: true, durationDays: 180 } } });
  });

  test('keeps the roles: whoever has changed them is told', async () => {
    const { at, old } = await setting(free);
    await at.start(old);
    await at.does('page', { how: 'extend', roles: 'directory_readers' });
    expect(at.questions('rights').questions.find(({ id }) => id === 'roles')?.problem).toContain('new relationship');
  });

  test('is not offered by a house that limits how long it may last, nor for what extends itself', async () => {
    const limited = await setting();
    await limited.at.start(limited.old);
    expect(values(limited.at).map(([id]) => id)).toEqual(['roles', 'days']);
    const { at, does, old } = await setting(free);
    const wanted = renewing(old, 'extend');
    const id = await does.opened({ ...wanted, gdap: { ...wanted.gdap, autoExtend: true } });
    await does.approve(id, 'ada');
    await at.world.settle();
    await at.start(id);
    expect(values(at)).toEqual(expect.arrayContaining([['extend', 'true']]));
    expect(values(at).map(([one]) => one)).not.toContain('how');
  });
});

describe('where there is nothing to renew', () => {
  test('the legal next step stands on the button, for the same customer', async () => {
    const at = atTheWizard({}, {}, 'renew');
    await at.start('adatum.example');
    expect(at.data('notice').lines[0]).toContain('Adatum');
    expect(at.buttons()[0]).toMatchObject({ verb: 'say', id: 'request admin adatum.example' });
    await at.does('back');
    expect(at.data('wizard/customer').typed).toBe('adatum.example');
  });

  test('a case that does not run is named, and can be looked at', async () => {
    const at = atTheWizard({}, {}, 'renew');
    const waiting = await doing(at.world).opened(inviting());
    await at.start(waiting);
    expect(at.data('notice').lines[0]).toContain(`no active relationship in case ${waiting}`);
    expect(at.buttons()).toContainEqual(expect.objectContaining({ verb: 'view', id: waiting }));
  });

  test('a case that nobody has is said to be none', async () => {
    const at = atTheWizard({}, {}, 'renew');
    await at.start('ADM-00000-00000');
    expect(at.data('wizard/customer').problem).toContain('ADM-00000-00000');
  });

  test('a renewal that is open already is shown instead, before anything is filled in', async () => {
    const { at, does, old } = await setting();
    const other = await does.opened(renewing(old));
    await at.start(old);
    expect(at.data('notice').lines[0]).toContain(`being renewed already, in case ${other}`);
    expect(at.buttons()[0]).toMatchObject({ verb: 'view', id: other });
  });

  test('one that a colleague has opened meanwhile is named when it is asked for', async () => {
    const { at, does, old } = await setting();
    await at.start(old);
    await at.does('page', {});
    await at.does('page', told);
    await at.does('page', { paragraph: '' });
    const other = await does.opened(renewing(old, 'anew', 'sven'));
    await at.does('page');
    expect(JSON.stringify(at.page().data)).toContain(other);
    expect(await at.world.store.casesAbout(old)).toHaveLength(1);
  });
});

describe('of several', () => {
  const two = async () => {
    const set = await setting();
    const second = await reached['admin-relationship'].active(set.at.world, set.does);
    return { ...set, second };
  };

  test('one is chosen, and none by itself', async () => {
    const { at, old, second } = await two();
    await at.start('contoso.example');
    const [which] = at.questions('which').questions;
    expect(which).toMatchObject({ value: '', choices: expect.arrayContaining([expect.objectContaining({ value: second })]) });
    await at.does('page', {});
    expect(at.questions('which').questions[0]?.problem).not.toBeNull();
    await at.does('page', { which: old });
    expect(at.questions('rights').lead).toContain(old);
  });

  test('another choice begins with its own rights', async () => {
    const { at, old, second } = await two();
    await at.start('contoso.example');
    await at.does('page', { which: old });
    await at.does('page', { days: '12' });
    await at.does('back');
    await at.does('back');
    await at.does('page', { which: second });
    expect(values(at)).toContainEqual(['days', 180]);
  });
});

test('what the rules refuse ends on its reasons, and nobody writes a letter about it', async () => {
  const { at, old } = await setting();
  at.world.facts.set('item.boughtFrom', undefined);
  await at.start(old);
  await at.does('page', {});
  await at.does('page', { ...told, 'item.boughtFrom': 'ea' });
  const { judged, approval } = at.data('wizard/review');
  expect(judged.findings.map(({ rule }) => rule)).toContain('R-GDAP-NO-EA');
  expect(approval).toBeNull();
  expect(at.buttons().map(({ verb }) => verb)).not.toContain('page');
});

test('whoever may ask for nothing need not begin', async () => {
  const { at, old } = await setting();
  await at.start(old, 'hal');
  expect(at.page().screen).toBe('notice');
  expect(at.buttons()).toEqual([]);
});
