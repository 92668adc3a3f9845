import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { languageNames, languages } from '../../src/languages/speak.ts';
import type { Language } from '../../src/languages/speak.ts';
import { setUp } from './browser.ts';
import type { Stage } from './browser.ts';
import { tooWide } from './fits.ts';
import { openPlay } from './play.ts';
import type { Key, Play, Somebody } from './play.ts';
import { approves, opensItsLetter, requestsAdmin } from './play-told.ts';
import { readStop } from './stop.ts';

const MOST_STOPS = 60;

/** Small words that no page can do without in English, and that none of the other languages has. */
const english = /\b(the|and|you|your|with|this|these|from|until|nobody|nothing)\b/i;

let stage: Promise<Stage> | undefined;
after(async () => {
  await (await stage)?.end();
});

const onPage = (
  title: string,
  options: BrowserContextOptions & { language?: Language },
  run: (play: Play) => Promise<void>,
): void => {
  const { language = 'en', ...rest } = options;
  void test(title, async () => {
    stage ??= setUp();
    assert.deepEqual(await openPlay(await stage, language, rest, run), []);
  });
};

/** Axe finds nothing that keeps anybody from using what the page shows. */
const expectForEverybody = async (page: Page, where: string): Promise<void> => {
  await page.evaluate(axe.source);
  // Frames show pages of others, which have tests of their own.
  const { violations, passes } = await page.evaluate<AxeResults>('axe.run(document, { iframes: false })');
  assert.ok(passes.length > 20, `only ${String(passes.length)} rules of axe had anything to look at`);
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
  assert.deepEqual(found, [], where);
  assert.deepEqual(await page.evaluate(tooWide), [], where);
};

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { where: `at a desk, in ${colorScheme} colours`, options: { colorScheme, viewport: { width: 1440, height: 900 } } },
  {
    where: `on a phone, in ${colorScheme} colours`,
    options: { colorScheme, viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  },
]);

/** axe does not look into the letter’s frame: what is written there differs from what it is written on. */
const expectReadable = async (page: Page): Promise<void> => {
  const { ink, paper } = await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('.letter iframe');
    const body = frame?.contentDocument?.body;
    const brightness = (colour: string): number => Math.max(...(colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
    return {
      ink: body ? brightness(getComputedStyle(body).color) : 0,
      paper: frame ? brightness(getComputedStyle(frame).backgroundColor) : 0,
    };
  });
  assert.ok(Math.abs(ink - paper) > 200, `the letter is written in ${String(ink)} on ${String(paper)}`);
};

void describe('For everybody', () => {
  let isAsked = false;
  for (const { where, options } of looks)
    onPage(`${where}: axe finds nothing serious, and nothing is wider than the window`, options, async (play) => {
      const { page } = play;
      const ana = play.somebody('agent', 'es');
      await expectForEverybody(page, 'at the start');
      if (!isAsked) {
        await requestsAdmin(play, ana);
        await approves(play, play.somebody('admin', 'en'));
        isAsked = true;
      }
      await play.lookAt('agent');
      await ana.writes(ana.say('play.words.check', { domain: 'hammarforsen.example' }));
      await ana.isAt('wizard.page.check.subscriptions');
      await expectForEverybody(page, 'with a card to fill in');
      await play.lookAt('admin');
      await expectForEverybody(page, 'with an admin’s card');
      await play.lookAt('customer');
      await opensItsLetter(play);
      await expectForEverybody(page, 'with the letter');
      await expectReadable(page);
      await play.followsLink();
      await play.followed.getByRole('button').first().waitFor();
      await expectForEverybody(page, 'with what the link leads to');
    });
});

void describe('In every language', () => {
  for (const language of languages)
    onPage(
      `${languageNames[language]}: the page fits a phone, and no other language is left over`,
      { language, viewport: { width: 360, height: 740 } },
      async (play) => {
        const { page } = play;
        assert.equal(await page.locator('html').getAttribute('lang'), language);
        for (const pane of ['agent', 'admin', 'customer', 'partner'] as const) {
          await play.lookAt(pane);
          await play.pane(pane).waitFor();
          assert.deepEqual(await page.evaluate(tooWide), [], pane);
          // Chats are in the language of whoever has them.
          const own = await page.evaluate(() =>
            [...document.querySelectorAll<HTMLElement>('.chat')].reduce(
              (text, chat) => text.replace(chat.innerText, ''),
              document.body.innerText,
            ),
          );
          if (language !== 'en') assert.doesNotMatch(own, english, pane);
        }
      },
    );
});

/** The keyboard is not lost with what it was on. */
const isSomewhere = async (page: Page): Promise<void> => {
  assert.notEqual(await page.evaluate(readStop), null, 'the keyboard is nowhere');
};

interface Goal {
  readonly isThere: () => Promise<boolean>;
  readonly what: string;
}

const tabTo = async (page: Page, { isThere, what }: Goal, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(readStop);
    assert.ok(stop === null || stop.isRinged || stop.what.startsWith('iframe'), `the keyboard is not seen: ${stop?.what ?? ''}`);
    if (await isThere()) return;
  }
  assert.fail(`“${what}” cannot be reached with the Tab key`);
};

onPage(
  'With the keyboard alone: an agent asks, fills in a card, and an admin approves',
  { viewport: { width: 1440, height: 900 } },
  async (play) => {
    const { page } = play;
    const { keyboard } = page;
    const giulia = play.somebody('agent', 'it');
    const ada = play.somebody('admin', 'en');
    await play
      .pane('agent')
      .getByRole('combobox', { name: play.say('play.person') })
      .selectOption('Giulia Neri');
    const goal = (what: Locator, name: string): Goal => ({
      what: name,
      isThere: () => what.evaluate((one) => one === document.activeElement),
    });
    const presses = async (who: Somebody, title: Key, key?: 'Shift+Tab'): Promise<void> => {
      const button = who.card.getByRole('button', { name: who.say(title), exact: true });
      await button.waitFor();
      await tabTo(page, goal(button, who.say(title)), key);
      await keyboard.press('Enter');
    };
    const isAt = async (title: Key): Promise<void> => {
      await giulia.isAt(title);
      await isSomewhere(page);
    };
    const box = giulia.pane.getByRole('textbox', { name: giulia.say('play.chat.write') });
    await box.waitFor();
    await tabTo(page, goal(box, giulia.say('play.chat.write')));
    await keyboard.type(giulia.say('play.words.request-admin', { domain: 'contoso.example' }));
    await keyboard.press('Enter');
    await isAt('wizard.page.request-admin.relationship');
    await presses(giulia, 'wizard.next', 'Shift+Tab');
    await isAt('wizard.page.request-admin.roles');
    await presses(giulia, 'wizard.next');
    await isAt('wizard.page.request-admin.told');
    await presses(giulia, 'wizard.next');
    await isAt('wizard.page.request-admin.letter');
    const contact = giulia.card.getByRole('textbox', { name: giulia.say('wizard.letter.contact') });
    await tabTo(page, goal(contact, giulia.say('wizard.letter.contact')));
    await keyboard.type('admin@contoso.example');
    await presses(giulia, 'wizard.next');
    await isAt('wizard.page.request-admin.review');
    await presses(giulia, 'wizard.ask');
    await giulia.sees(giulia.say('status.awaiting-approval'));
    await isSomewhere(page);
    await ada.card.getByText('contoso.example').first().waitFor();
    await presses(ada, 'case.button.approve');
    await ada.card.getByRole('button', { name: ada.say('case.button.approve') }).waitFor({ state: 'hidden' });
    await isSomewhere(page);
  },
);
