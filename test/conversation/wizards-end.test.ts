import { describe, expect, test } from '@jest/globals';
import { reached } from '../commands/reached.ts';
import { contoso, doing } from '../support/requests.ts';
import { atTheWizard } from '../support/wizard-world.ts';

const nothingLeft = {
  'end.activeSubscriptions': '0',
  'end.reservations': '0',
  'end.software': '0',
  'end.nceOutsideWindow': '0',
};

const setting = async () => {
  const at = atTheWizard({}, {}, 'end');
  // Of reservations no service tells.
  at.world.facts.set('end.reservations', undefined);
  const does = doing(at.world);
  return { at, does, old: await reached['admin-relationship'].active(at.world, does) };
};

const kept = async (at: ReturnType<typeof atTheWizard>) => {
  const shown = at.shown();
  return 'case' in shown ? (await at.world.store.case(shown.case))?.case : null;
};

describe('the wizard “end”', () => {
  test('says first what cannot be undone, and leads to a request of which a Global admin decides', async () => {
    const { at, old } = await setting();
    await at.start(old, 'ada');
    await at.does('page', { what: `admin_roles ${old}` }, 'ada');
    const page = at.data('end/consequences');
    expect(page.undone[0]).toContain('cannot be restored');
    expect(page.undone.join(' ')).toContain('Azure roles of ours outlive it');
    expect(page.facts).toContainEqual({ name: 'Active subscriptions through us', value: '0' });
    expect(page.facts).toContainEqual({ name: 'Reservations', value: 'not known; we ask you' });
    await at.does('page', { read: 'true' }, 'ada');
    expect(at.questions('told').questions.map(({ id }) => id)).toEqual(['end.reservations']);
    await at.does('page', nothingLeft, 'ada');
    const { facts, approval } = at.data('wizard/review');
    expect(facts[0]?.name).toBe('This cannot be undone');
    expect(approval).toContain('Global admin');
    await at.does('page', {}, 'ada');
    expect(await kept(at)).toMatchObject({
      status: 'awaiting-approval',
      proposal: { wants: 'end', of: old, what: 'admin_roles', relationshipId: `rel-${old}`, told: { 'end.reservations': 0 } },
    });
  });

  test('speaks the language of whoever asks', async () => {
    const { at, old } = await setting();
    await at.start(old, 'ada', 'es');
    const [first] = at.buttons();
    if (first === undefined) throw new Error('Nothing to press');
    await at.press(at.pressOf(first, { what: `reseller_relationship ${old}` }), 'ada', 'es');
    expect(at.data('end/consequences').warning).toBe('Esto no se puede deshacer');
  });

  test('goes no further until somebody says that they have read it', async () => {
    const { at, old } = await setting();
    await at.start(old, 'ada');
    await at.does('page', { what: `admin_roles ${old}` }, 'ada');
    for (const read of ['', 'false']) {
      await at.does('page', { read }, 'ada');
      expect(at.data('end/consequences').questions[0]?.problem).toContain('read what cannot be undone');
    }
  });

  test('asks to read again where something else shall end', async () => {
    const { at, old } = await setting();
    await at.start(old, 'ada');
    await at.does('page', { what: `admin_roles ${old}` }, 'ada');
    await at.does('page', { read: 'true' }, 'ada');
    await at.does('back', {}, 'ada');
    await at.does('back', {}, 'ada');
    await at.does('page', { what: `reseller_relationship ${old}` }, 'ada');
    expect(at.data('end/consequences')).toMatchObject({ lead: 'The reseller relationship', questions: [{ value: 'false' }] });
  });
});

describe('an end that the rules refuse', () => {
  test('says what is in the way, and what to do first', async () => {
    const { at, old } = await setting();
    at.world.facts.set('end.activeSubscriptions', 3);
    at.world.facts.set('end.nceOutsideWindow', 1);
    await at.start(old, 'ada');
    await at.does('page', { what: `reseller_relationship ${old}` }, 'ada');
    expect(at.data('end/consequences').facts).toContainEqual({ name: 'Active subscriptions through us', value: '3' });
    await at.does('page', { read: 'true' }, 'ada');
    await at.does('page', nothingLeft, 'ada');
    const { judged, approval } = at.data('wizard/review');
    expect(judged.findings.map(({ rule }) => rule)).toContain('R-END-ACTIVE-ITEMS');
    expect(judged.nextSteps.length).toBeGreaterThan(0);
    expect(approval).toBeNull();
    expect(at.buttons().map(({ verb }) => verb)).not.toContain('page');
    expect(await at.world.store.casesAbout(old)).toEqual([]);
  });
});

describe('what could end', () => {
  const ours = { ...contoso, isOurs: true };
  const find = () => Promise.resolve([ours]);
  const fellows = () => Promise.resolve([]);

  test('from before, without a case, is there only where we are their partner', async () => {
    const at = atTheWizard({ companies: { find, fellows } }, {}, 'end');
    await at.start('contoso.example', 'ada');
    const [what] = at.questions('what').questions;
    expect(what).toMatchObject({
      value: '',
      choices: [{ value: 'admin_roles before' }, { value: 'reseller_relationship before' }],
    });
    await at.does('page', { what: 'reseller_relationship before' }, 'ada');
    await at.does('page', { read: 'true' }, 'ada');
    await at.does('page', {}, 'ada');
    expect(await kept(at)).toMatchObject({ proposal: { of: null, what: 'reseller_relationship', relationshipId: null } });
    const stranger = atTheWizard({}, {}, 'end');
    await stranger.start('adatum.example', 'ada');
    expect(stranger.data('notice').lines[0]).toContain('Nothing of ours');
  });

  test('in a case of ours is not offered as from before too', async () => {
    const at = atTheWizard({ companies: { find, fellows } }, {}, 'end');
    const old = await reached['admin-relationship'].active(at.world, doing(at.world));
    await at.start('contoso.example', 'ada');
    const [what] = at.questions('what').questions;
    expect(what).toMatchObject({ choices: [{ value: `admin_roles ${old}` }, { value: `reseller_relationship ${old}` }] });
    await at.does('page', {}, 'ada');
    expect(at.questions('what').questions[0]?.problem).not.toBeNull();
  });

  test('of a case that has ended is nothing', async () => {
    const at = atTheWizard({}, {}, 'end');
    const over = await reached['admin-relationship'].ended(at.world, doing(at.world));
    await at.start(over, 'ada');
    expect(at.data('notice').lines[0]).toContain(over);
  });
});

test('sales agents are told at once that they may not ask for it', async () => {
  const { at, old } = await setting();
  await at.start(old, 'ana');
  expect(at.data('notice').buttons).toEqual([]);
});
