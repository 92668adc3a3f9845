import { describe, expect, test } from '@jest/globals';
import { atTheWizard } from '../support/wizard-world.ts';
import { someone } from '../support/world.ts';

const letter = { language: 'it', contact: 'it@contoso.example', paragraph: 'Come d’accordo al telefono.' };

const asking = async (text: string | null = 'contoso.example\nWeb shop') => {
  const at = atTheWizard({}, {}, 'ask-customer');
  await at.start(text);
  return at;
};

const kept = async (at: ReturnType<typeof atTheWizard>) => {
  const shown = at.shown();
  if (!('case' in shown)) throw new Error('There is no case');
  return (await at.world.store.case(shown.case))?.case;
};

describe('the wizard “ask the customer”', () => {
  test('begins at the letter where the customer is clear, with what it is about filled in', async () => {
    const at = await asking();
    const { questions } = at.data('wizard/letter');
    expect(questions.map(({ id }) => id)).toEqual(['about', 'language', 'contact', 'paragraph']);
    expect(questions[0]).toMatchObject({ value: 'Web shop' });
    expect(questions[1]).toMatchObject({ value: 'it' });
  });

  test('shows the whole letter before it goes out, and sends it without anybody’s approval', async () => {
    const at = await asking();
    await at.does('page', letter);
    const { facts, preview, lead } = at.data('ask-customer/review');
    expect(lead).toContain('nothing is granted');
    expect(facts.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['Web shop', 'Italiano, to it@contoso.example', letter.paragraph]),
    );
    expect(preview.join('\n')).toContain('Web shop');
    expect(preview.join('\n')).toContain(letter.paragraph);
    await at.does('page');
    expect(await kept(at)).toMatchObject({
      kind: 'customer-inquiry',
      status: 'awaiting-customer',
      customer: { domain: 'contoso.example', language: 'it', contact: 'it@contoso.example' },
      proposal: { wants: 'ask-customer', subject: 'Web shop', letter: { paragraph: letter.paragraph } },
    });
  });

  test('asks for whom where nobody was named, and takes it as it is where it is about all', async () => {
    const at = await asking(null);
    await at.does('page', { typed: 'adatum.example' });
    await at.does('page', { ...letter, about: '', contact: 'it@adatum.example' });
    await at.does('page');
    expect(await kept(at)).toMatchObject({ customer: { name: 'Adatum' }, proposal: { subject: '' } });
  });

  test('lets no address into the letter, neither beside what it is about nor in the paragraph', async () => {
    const at = await asking();
    await at.does('page', { ...letter, about: 'https://evil.example/login', paragraph: 'www.evil.example' });
    const wrong = at.data('wizard/letter').questions.filter(({ problem }) => problem !== null);
    expect(wrong.map(({ id }) => id)).toEqual(['about', 'paragraph']);
  });

  test('warns once of an address that is not the customer’s, and keeps that somebody has looked twice', async () => {
    const at = await asking();
    const elsewhere = { ...letter, contact: 'it@adatum.example' };
    await at.does('page', elsewhere);
    expect(at.data('wizard/letter').problem).not.toBeNull();
    await at.does('page', elsewhere);
    await at.does('page');
    expect(await kept(at)).toMatchObject({ customer: { contact: 'it@adatum.example', isContactConfirmed: true } });
  });

  test('shows the letter as it would go out while it is being written', async () => {
    const at = await asking();
    const look = at.buttons().find(({ seen }) => seen.endsWith(' look'));
    if (look === undefined) throw new Error('Nothing to look at');
    await at.press(at.pressOf(look, { ...letter, language: 'de' }));
    expect(at.data('wizard/letter').preview.join(' ')).toContain('Nordlys Cloud AS (Microsoft-PartnerID');
  });

  test('keeps what it is about when another customer was meant, and not the address', async () => {
    const at = await asking();
    await at.does('page', letter);
    await at.does('back');
    await at.does('back');
    await at.does('page', { typed: 'adatum.example' });
    const [about, , contact] = at.data('wizard/letter').questions;
    expect([about, contact]).toMatchObject([{ value: 'Web shop' }, { value: '' }]);
  });
});

describe('a customer who was asked already, and has not answered', () => {
  test('is not written to twice without anybody noticing', async () => {
    const first = await asking();
    await first.does('page', letter);
    await first.does('page');
    const id = (await kept(first))?.id ?? '';
    const at = atTheWizard({ ...first.means }, { store: first.world.store }, 'ask-customer');
    await at.start('contoso.example\nWeb shop', 'sven');
    await at.does('page', letter, 'sven');
    expect(at.data('ask-customer/review').facts[0]).toMatchObject({ name: 'Asked already' });
    expect(at.data('ask-customer/review').facts[0]?.value).toContain(id);
    expect(at.buttons()).toContainEqual(expect.objectContaining({ verb: 'view', id }));
  });
});

describe('a request that somebody has begun', () => {
  test('is still there after they have asked the customer', async () => {
    const at = atTheWizard();
    await at.start('contoso.example');
    const [button] = at.buttons();
    await at.wizards.start(someone('ana'), { wizard: 'ask-customer', text: 'contoso.example' }, 'en');
    if (button === undefined) throw new Error('Nothing to press');
    await at.press(at.pressOf(button, { wish: 'manage' }));
    expect(at.page().screen).toBe('request-admin/roles');
  });
});
