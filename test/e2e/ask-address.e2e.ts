import assert from 'node:assert/strict';
import { speakerOf } from '../../src/languages/catalogues.ts';
import type { FactPath } from '../../src/policy/index.ts';
import { onThePage, toHash } from './ask.ts';
import type { Ask } from './ask.ts';
import { shownAnswers } from './form.ts';
import { shows } from './silent-page.ts';

const onPage = onThePage();
const { say, sayKey } = speakerOf('en');
const questionOf = (path: FactPath): string => sayKey(`fact.${path}`);
/** What the address asks; it may follow a moment later. */
const asked = ({ page }: Ask, name: string): Promise<string | null> =>
  Promise.resolve(new URLSearchParams(new URL(page.url()).hash.slice(1)).get(name));
const CANNOT = say('ask.input');

onPage('The address keeps the question: who reloads or is sent the link sees the same answer', async (ask) => {
  await ask.go(toHash({ on: '2024-02-01' }));
  await ask.choose('req.includeDap', 'Yes');
  await ask.question('customer.otherCspPartners').locator('input').fill('2');
  await ask.slideTo('2023-12-24');
  await ask.page.getByLabel(say('ask.language')).selectOption('Deutsch');
  await shows(ask.verdict, 'Nein');
  await shows(() => asked(ask, 'lang'), 'de');
  const seen = await ask.text();
  const answers = await shownAnswers(ask);

  await ask.page.reload();
  await shows(ask.text, seen);
  assert.deepEqual(await shownAnswers(ask), answers);

  const friend = await ask.page.context().newPage();
  await friend.goto(ask.page.url());
  await shows(() => friend.locator('body').innerText(), seen);
});

onPage('The address follows the slider, however long it is dragged to and fro', async (ask) => {
  await ask.go(toHash({ on: '2024-02-01' }));
  const { x, y, width, height } = (await ask.page.locator('#day').boundingBox()) ?? assert.fail('no slider');
  const { mouse } = ask.page;
  await mouse.move(x + width / 2, y + height / 2);
  await mouse.down();
  for (const share of [0.1, 0.9, 0.2, 0.7]) await mouse.move(x + width * share, y + height / 2, { steps: 250 });
  await mouse.up();
  const chosen = await ask.page.locator('.exact input').inputValue();
  assert.match(chosen, /^202/);
  await shows(() => asked(ask, 'on'), chosen);
});

onPage('“Copy a link” copies the address of this question', async (ask) => {
  await ask.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ask.go(toHash({ facts: { 'req.includeDap': true } }));
  await ask.slideTo('2024-06-14');
  await ask.page.getByRole('button', { name: say('ask.copy') }).click();
  await ask.page.getByRole('button', { name: say('ask.copied') }).waitFor();
  const friend = await ask.page.context().newPage();
  await friend.goto(await ask.page.evaluate(() => navigator.clipboard.readText()));
  await shows(() => friend.locator('p.verdict').innerText(), 'No');
  await shows(() => friend.locator('output').innerText(), '14 June 2024');
});

onPage('“Back to the usual case” takes every answer back', async (ask) => {
  await ask.go(toHash({}));
  const usual = await shownAnswers(ask);
  await ask.choose('req.includeDap', 'Yes');
  await ask.choose('partner.mpaSigned', 'No');
  await shows(ask.verdict, 'No');
  await ask.page.getByRole('button', { name: say('ask.reset') }).click();
  await shows(ask.verdict, 'Yes');
  assert.deepEqual(await shownAnswers(ask), usual);
  await shows(() => asked(ask, 'req.includeDap'), null);
});

const mutilated = [
  ['an undertaking, a day and a step that do not exist', 'flow=party&on=2023-02-31&xfer.action=%7B'],
  ['a step cut off', 'flow=azure_switch&xfer.action=%7B'],
  ['a thirteenth month', 'flow=relationship_request&on=2023-13-45'],
  ['the day nought', 'flow=relationship_request&on=0000-00-00'],
  ['a day before there were rules', 'on=1999-01-01'],
  ['a day far ahead', 'on=2999-12-31'],
  ['a language and a cloud that do not exist', 'lang=tlh&cloud=moon&on=yesterday'],
  ['roles that are no names', 'flow=gdap_request&gdap.roles=%5B%7B%22a%22%3A1%7D%5D'],
  [
    'a yes where details are wanted, a tag where a number is',
    'flow=azure_plan_transfer&item.marketplace=true&xfer.itemCount=%22%3Cb%3E%22',
  ],
  ['an attempt to smuggle in a script', 'flow=relationship_request&req.includeDap=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E'],
  ['no sense at all', '%E0%A4%A&&&==#?'],
] as const;

/** Either an answer, or the words that there is none yet and why. */
const isUsable = async (ask: Ask): Promise<void> => {
  await shows(() => ask.page.getByRole('heading', { level: 1 }).innerText(), say('ask.title'));
  const verdict = await ask.verdict();
  assert.notEqual(verdict, '');
  if (verdict === CANNOT) assert.ok((await ask.page.locator('p.verdict + ul > li').count()) > 0, 'it should say what is wrong');
  assert.equal(await ask.page.locator('b, img').count(), 0, 'what the address says should stay text');
};

for (const [about, hash] of mutilated) {
  onPage(`A mutilated address still shows a usable page: ${about}`, async (ask) => {
    await ask.go(hash);
    await isUsable(ask);
    await ask.page.getByLabel(say('ask.undertaking')).selectOption(say('flow.gdap_request'));
    await ask.slideTo('2024-02-01');
    await shows(ask.verdict, 'Yes');
  });
}

onPage('An address that goes bad while the page is open does not break it', async (ask) => {
  await ask.go(toHash({}));
  for (const [, hash] of mutilated) {
    await ask.go(hash);
    await isUsable(ask);
  }
  await ask.go(toHash({ on: '2018-10-31' }));
  await shows(ask.verdict, 'No');
});

interface Unclear {
  readonly flow: 'gdap_request' | 'customer_acceptance' | 'relationship_request' | 'invitation_message' | 'mca_attestation';
  readonly path: FactPath;
  readonly typed: string;
}

const unclear: readonly Unclear[] = [
  { flow: 'gdap_request', path: 'gdap.autoExtend', typed: 'half a year' },
  { flow: 'gdap_request', path: 'gdap.durationDays', typed: 'e' },
  { flow: 'gdap_request', path: 'gdap.durationDays', typed: '1.5' },
  { flow: 'gdap_request', path: 'gdap.durationDays', typed: '' },
  { flow: 'gdap_request', path: 'gdap.roles', typed: 'Directory Readers' },
  { flow: 'customer_acceptance', path: 'gdap.requestAgeDays', typed: '--' },
  { flow: 'relationship_request', path: 'customer.otherCspPartners', typed: '-1' },
  { flow: 'invitation_message', path: 'msg.editedParagraphs', typed: 'two' },
  { flow: 'mca_attestation', path: 'attest.date', typed: '' },
];

for (const { flow, path, typed } of unclear) {
  onPage(
    `An answer that cannot be understood decides nothing: ${typed === '' ? 'no answer' : `“${typed}”`} to “${questionOf(path)}”`,
    async (ask) => {
      await ask.go(toHash({ flow }));
      const input = ask.question(path).locator('input');
      await input.fill('');
      await input.blur();
      await input.pressSequentially(typed);
      await input.blur();

      await shows(ask.verdict, CANNOT);
      const said = await ask.page.locator('p.verdict + ul').innerText();
      assert.ok(said.includes(questionOf(path)) && said.includes(path), `${path} should be named: ${said}`);
      assert.equal(await ask.page.locator('.findings, .steps, .band, .peek').count(), 0, 'nothing should be decided');
    },
  );
}
