import { describe, expect, test } from '@jest/globals';
import { render } from '../../src/cards/render.ts';
import { createLookups } from '../../src/conversation/wizards/lookups.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { answers, atTheSwitch, checkedBefore, granitt, walkOn } from '../support/switch-world.ts';
import { contoso } from '../support/wizard-world.ts';

const azurePlan = {
  'item.kind': 'usage',
  'item.product': 'azure',
  'item.generation': 'azure_plan',
  'item.boughtFrom': 'other_csp',
  'item.term': null,
  'item.status': 'active',
};

describe('“they have Azure from somebody else”', () => {
  test('leads from a typed domain to an opened case', async () => {
    const at = atTheSwitch();
    await at.start('contoso.example');
    expect(at.where()).toBe('origin');
    await at.does('page', answers.origin);
    expect(at.where()).toBe('subscriptions');
    await at.does('page', answers.subscriptions);
    expect(at.where()).toBe('moves');
    await at.does('page', answers.moves);
    expect(at.where()).toBe('told');
    await at.does('page', answers.told);
    expect(at.where()).toBe('before');
    await at.does('page');
    await at.does('page', answers.letter);
    expect(at.data('wizard/review').approval).toContain('2 approvals');
    const shown = await at.does('page');
    const id = 'case' in shown ? shown.case : null;
    expect((id && (await at.world.store.case(id)))?.case).toMatchObject({
      status: 'awaiting-approval',
      kind: 'azure-switch',
      proposal: { procedure: 'azure-plan-transfer', otherPartner: granitt, subjects: [{ name: 'Web shop' }] },
    });
  });

  test('and shows the letter before it is asked for, with the draft for the present partner, whole on one card', async () => {
    const at = atTheSwitch();
    await at.start('contoso.example');
    for (const page of [answers.origin, answers.subscriptions, answers.moves, answers.told, {}]) await at.does('page', page);
    const look = at.buttons().find(({ seen }) => seen.endsWith(' look'));
    if (look === undefined) throw new Error('Nothing to look at');
    await at.press(at.pressOf(look, { ...answers.letter, paragraph: 'As we said.', language: 'en' }));
    expect(at.where()).toBe('letter');
    const { preview, previewTitle } = at.data('wizard/letter');
    expect(previewTitle).toBe('Nordlys Cloud AS plans to take over subscriptions of Contoso Bakery');
    expect(preview).toEqual(expect.arrayContaining(['> As we said.', expect.stringContaining('Granitt')]));
    const speaker = speakerOf('en');
    const card = JSON.stringify(render('wizard/letter', at.data('wizard/letter'), speaker));
    expect(preview.filter((line) => !card.includes(JSON.stringify(line.trim()).slice(1, -1)))).toEqual([]);
  });

  test('takes six presses where it was checked before', async () => {
    const at = atTheSwitch();
    await checkedBefore(at, [{ id: 'web-shop', name: 'Web shop', facts: azurePlan }]);
    await at.start('contoso.example');
    let presses = 0;
    const next = async (inputs: Readonly<Record<string, string>> = {}) => {
      presses += 1;
      return at.does('page', { ...inputs });
    };
    await next({ partner: granitt.name, which: granitt.tenant });
    await next();
    await next();
    await next();
    await next(answers.letter);
    expect(
      at
        .data('wizard/review')
        .facts.map(({ value }) => value)
        .join(),
    ).toContain('Told by Sven Lund on 2 March 2026');
    const shown = await next();
    expect('case' in shown).toBe(true);
    expect(presses).toBe(6);
  });

  test('and what was told before can be said otherwise, on the way back', async () => {
    const at = atTheSwitch();
    await checkedBefore(at, [{ id: 'web-shop', name: 'Web shop', facts: azurePlan }]);
    await at.start('contoso.example');
    await at.does('page', { partner: granitt.name, which: granitt.tenant });
    await at.does('page');
    await at.does('page');
    expect(at.where()).toBe('before');
    await at.does('back');
    expect(at.questions('told').questions.map(({ id, value }) => [id, value])).toContainEqual(['customer.otherCspPartners', 1]);
  });

  test('is remembered for the next one, without what holds for this move alone', async () => {
    const at = atTheSwitch();
    await at.start('contoso.example');
    await walkOn(at, answers);
    await at.does('page');
    const lookups = createLookups(at.means);
    expect((await lookups.toldBefore('global', contoso))?.facts).toEqual({ 'customer.otherCspPartners': 1, 'req.expects': [] });
    const [item] = await lookups.items('global', contoso);
    expect(item).toMatchObject({ name: 'Web shop', by: 'ana', facts: { 'item.generation': 'azure_plan' } });
    expect(Object.keys(item?.facts ?? {})).not.toContain('item.inOtherTransfer');
  });
});
