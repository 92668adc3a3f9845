import { describe, expect, test } from '@jest/globals';
import { later } from '../../src/cases/time.ts';
import { createWizards } from '../../src/conversation/wizards/wizards.ts';
import { createJourneys } from '../../src/conversation/wizards/journeys.ts';
import { screens } from '../../src/cards/screens.ts';
import { languages } from '../../src/languages/speak.ts';
import { someone } from '../support/world.ts';
import { atTheWizard, contoso, letter, told, upToReview } from '../support/wizard-world.ts';

describe('the wizard “request admin”', () => {
  test('leads from a typed domain to an opened case', async () => {
    const at = atTheWizard();
    await at.start('contoso.example');
    expect(at.questions('relationship').customer).toBe('Contoso Bakery');
    await at.does('page', { wish: 'manage' });
    expect(at.data('request-admin/roles').bundles).toHaveLength(4);
    await at.does('page', { bundle: 'support-minimal', days: '90' });
    expect(at.questions('told').questions.map(({ id }) => id)).toContain('req.expects');
    await at.does('page', told);
    expect(at.data('wizard/letter').questions[0]?.value).toBe('it');
    await at.does('page', letter);
    expect(at.data('wizard/review').approval).toContain('Admin agent');
    const shown = await at.does('page');
    const id = 'case' in shown ? shown.case : null;
    const kept = id && (await at.world.store.case(id));
    expect(kept?.case).toMatchObject({
      status: 'awaiting-approval',
      customer: { name: 'Contoso Bakery', language: 'it', contact: 'it@contoso.example' },
      proposal: { reseller: null, gdap: { durationDays: 90, roles: ['directory_readers', 'service_support_administrator'] } },
    });
  });

  test('a double click opens one case, whenever it comes', async () => {
    const at = atTheWizard();
    await upToReview(at);
    const [ask] = at.buttons();
    if (ask === undefined) throw new Error('Nothing to press');
    const [one, other] = await Promise.all([at.press(at.pressOf(ask, {})), at.press(at.pressOf(ask, {}))]);
    const later = await at.press(at.pressOf(ask, {}));
    expect(await at.world.store.cases(null, 10)).toHaveLength(1);
    expect('case' in later).toBe(true);
    expect([one, other]).toContainEqual(later);
  });
});

describe('the customer', () => {
  test('is found by what was pasted: an address, an id, a domain in capitals', async () => {
    for (const typed of [
      'mailto:it@contoso.example',
      'https://www.contoso.example/shop',
      contoso.tenant ?? '',
      'CONTOSO.example',
    ]) {
      const at = atTheWizard();
      await at.start(typed);
      expect(at.where()).toBe('relationship');
    }
  });

  test('is chosen where several fit, and nobody is taken by himself where nothing was typed', async () => {
    const at = atTheWizard();
    await at.start(null);
    await at.does('page', { typed: '' });
    expect(at.data('wizard/customer').found.map(({ title }) => title)).toEqual([
      'Contoso Bakery · contoso.example',
      'Adatum · adatum.example',
    ]);
    await at.does('page', { typed: '', chosen: '' });
    expect(at.data('wizard/customer').problem).toContain('choose one');
    await at.does('page', { typed: '', chosen: contoso.tenant ?? '' });
    expect(at.questions('relationship').customer).toBe('Contoso Bakery');
  });

  test('of a domain that nobody knows is said to be so, and what was typed stays', async () => {
    const at = atTheWizard();
    await at.start('nobody.example');
    expect(at.data('wizard/customer')).toMatchObject({ typed: 'nobody.example', found: [] });
    expect(at.data('wizard/customer').problem).toContain('nobody.example');
  });

  test('may be looked for again when a service did not answer', async () => {
    let isDown = true;
    const at = atTheWizard();
    const flaky = atTheWizard({
      companies: {
        ...at.means.companies,
        find: (...asked) => (isDown ? Promise.resolve({ unreachable: 'Graph' }) : at.means.companies.find(...asked)),
      },
    });
    await flaky.start('contoso.example');
    expect(flaky.data('wizard/customer')).toMatchObject({ typed: 'contoso.example' });
    isDown = false;
    await flaky.does('page', { typed: 'contoso.example' });
    expect(flaky.where()).toBe('relationship');
  });

  test('is looked for in a cloud that was chosen, where there are several', async () => {
    const at = atTheWizard({ clouds: ['global', 'china_21v'] });
    await at.start('contoso.example');
    await at.does('page', { typed: 'contoso.example' });
    expect(at.data('wizard/customer').problem).toContain('cloud');
    await at.does('page', { typed: 'contoso.example', cloud: 'china_21v' });
    const [wish] = at.questions('relationship').questions;
    expect(wish).toMatchObject({ choices: [{ value: 'both' }] });
  });
});

describe('a page', () => {
  test('says what is wrong beside the field, and loses nothing', async () => {
    const at = atTheWizard();
    await at.start('contoso.example');
    await at.does('page', { wish: 'manage' });
    await at.does('page', { bundle: 'own', own: '', days: '9999' });
    const problems = at.data('request-admin/roles').questions.map(({ id, problem, value }) => [id, problem !== null, value]);
    expect(problems).toEqual([
      ['bundle', false, 'own'],
      ['own', true, ''],
      ['days', true, 9999],
      ['azure', false, 'false'],
    ]);
  });

  test('begins with what is safest, and asks for single roles only when somebody wants to choose them', async () => {
    const at = atTheWizard();
    await at.start('contoso.example');
    expect(at.questions('relationship').questions[0]?.value).toBe('manage');
    await at.does('page', { wish: 'manage' });
    const asked = () => at.data('request-admin/roles').questions.map(({ id, value }) => [id, value]);
    expect(asked()).toEqual([
      ['bundle', 'support-minimal'],
      ['days', 365],
      ['azure', 'false'],
    ]);
    await at.does('page', { bundle: 'own', days: '30' });
    expect(asked().map(([id]) => id)).toEqual(['bundle', 'own', 'days', 'azure']);
    await at.does('page', { bundle: 'own', own: 'global_reader', days: '30' });
    expect(at.where()).toBe('told');
  });

  test('warns of broad roles once, and goes on when it is sent again', async () => {
    const at = atTheWizard();
    await at.start('contoso.example');
    await at.does('page', { wish: 'manage' });
    await at.does('page', { bundle: 'onboarding', days: '' });
    expect(at.data('request-admin/roles').warnings[0]).toContain('Cloud Application Administrator');
    await at.does('page', { bundle: 'onboarding', days: '' });
    expect(at.where()).toBe('told');
  });

  test('warns of an address elsewhere, and refuses one that is none', async () => {
    const at = atTheWizard();
    await at.start('contoso.example');
    await at.does('page', { wish: 'sell' });
    await at.does('page', told);
    await at.does('page', { ...letter, contact: 'nowhere', paragraph: 'See www.evil.example' });
    const problems = at.data('wizard/letter').questions.map(({ problem }) => problem !== null);
    expect(problems).toEqual([false, true, true]);
    await at.does('page', { ...letter, contact: 'me@other.example' });
    expect(at.data('wizard/letter').questions[1]?.problem).toContain('domain');
    await at.does('page', { ...letter, contact: 'me@other.example' });
    expect(at.where()).toBe('review');
  });

  test('shows the letter with the words just written, when asked to', async () => {
    const at = atTheWizard();
    await upToReview(at, 'sell');
    await at.does('back');
    expect(at.data('wizard/letter').preview).toEqual([]);
    const look = at.buttons().find(({ seen }) => seen.endsWith(' look'));
    if (look === undefined) throw new Error('No preview');
    await at.press(at.pressOf(look, { ...letter, paragraph: 'Buongiorno a tutti.' }));
    expect(at.data('wizard/letter').preview.join('\n')).toContain('Buongiorno a tutti.');
  });

  test('goes back with what was typed kept', async () => {
    const at = atTheWizard();
    await upToReview(at);
    await at.does('back');
    await at.does('back', { ...letter, paragraph: 'Half a' });
    await at.back();
    expect(at.data('request-admin/roles').questions[0]?.value).toBe('support-minimal');
    await at.does('page', { bundle: 'support-minimal', days: '90' });
    await at.does('page', {});
    expect(at.data('wizard/letter').questions[2]?.value).toBe('Half a');
  });

  test('is said in every language', async () => {
    for (const language of languages) {
      const at = atTheWizard();
      await upToReview(at, 'both');
      const [ask] = at.buttons();
      if (ask === undefined) throw new Error('Nothing to press');
      await at.press(at.pressOf({ ...ask, seen: 'resume' }, {}), 'ana', language);
      expect(at.where()).toBe('review');
      for (let turns = 0; turns < 6; turns++) {
        const shown = await at.wizards.back(someone('ana'), language);
        if (!('screen' in shown)) throw new Error('A case');
        expect(() => screens[shown.screen].parse(shown.data)).not.toThrow();
      }
    }
  });
});

describe('a draft', () => {
  test('is gone on with after a restart, on another device', async () => {
    const at = atTheWizard();
    await at.start('contoso.example');
    await at.does('page', { wish: 'manage' });
    const anew = createWizards({ journeys: createJourneys(at.means), ...at.means });
    const offered = await anew.start(someone('ana'), { wizard: 'request-admin', text: null }, 'de');
    if (!('screen' in offered) || offered.screen !== 'notice') throw new Error('Nothing is offered');
    const [resume] = offered.data.buttons;
    const shown = resume && (await anew.press(someone('ana'), at.pressOf({ tone: 'default', asks: false, ...resume }, {}), 'de'));
    expect(shown).toMatchObject({ screen: 'request-admin/roles' });
  });

  test('is given up for a new one, for the customer that was typed', async () => {
    const at = atTheWizard();
    await at.start('contoso.example');
    await at.start('adatum.example');
    await at.does('cancel');
    expect(at.questions('relationship').customer).toBe('Adatum');
    expect(await at.world.store.notes('draft/', null, 10)).toHaveLength(1);
  });

  test('is nobody else’s, whatever card they were sent', async () => {
    const at = atTheWizard();
    await at.start('contoso.example');
    const [next] = at.buttons();
    if (next === undefined) throw new Error('Nothing to press');
    const before = await at.world.store.notes('draft/', null, 10);
    await at.press(at.pressOf(next, { wish: 'both' }), 'sven');
    expect(at.data('notice').lines[0]).toContain('not a request of yours');
    expect(await at.world.store.notes('draft/', null, 10)).toStrictEqual(before);
  });

  test('shows where it stands to an old card, and takes nothing from it', async () => {
    const at = atTheWizard();
    await at.start('contoso.example');
    const [next] = at.buttons();
    await at.does('page', { wish: 'manage' });
    if (next === undefined) throw new Error('Nothing to press');
    await at.press(at.pressOf(next, { wish: 'sell' }));
    expect(at.data('request-admin/roles').problem).toContain('older');
    await at.does('back');
    expect(at.questions('relationship').questions[0]?.value).toBe('manage');
  });

  test('that is too old is dropped when it is met; and one that is cancelled is gone', async () => {
    const at = atTheWizard();
    await at.start('contoso.example');
    at.world.set(later(at.world.now(), { days: 31 }));
    await at.back();
    expect(at.data('notice').lines[0]).toContain('nothing open');
    expect(await at.world.store.notes('draft/', null, 10)).toStrictEqual([]);
    await at.start('contoso.example');
    await at.cancel();
    expect(await at.world.store.notes('draft/', null, 10)).toStrictEqual([]);
  });
});
