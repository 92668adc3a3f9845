import type { BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languageNames } from '../../src/languages/speak.ts';
import type { Language, Speaker } from '../../src/languages/speak.ts';
import type { Stage } from './browser.ts';
import { openPage } from './silent-page.ts';

type PaneName = 'agent' | 'admin' | 'customer' | 'partner';
type Say = Speaker['say'];
export type Key = Parameters<Say>[0];

/** Somebody of ours in their pane, in the language that they read. */
export interface Somebody {
  readonly say: Say;
  readonly pane: Locator;
  /** The newest card in their chat. */
  readonly card: Locator;
  readonly writes: (text: string) => Promise<void>;
  readonly presses: (title: Key) => Promise<void>;
  /** Waits for a page of a wizard. */
  readonly isAt: (page: Key) => Promise<void>;
  /** Of a question, the answer that is called so; or whatever is called so. */
  readonly ticks: (name: Key) => Promise<void>;
  readonly chooses: (question: Key, answer: string) => Promise<void>;
  readonly fills: (question: Key, text: string) => Promise<void>;
  /** Waits until the newest card says it. */
  readonly sees: (text: string) => Promise<void>;
}

const somebodyIn = (pane: Locator, say: Say): Somebody => {
  const card = pane
    .getByRole('article')
    .filter({ has: pane.page().getByRole('group') })
    .last();
  return {
    say,
    pane,
    card,
    writes: async (text) => {
      const box = pane.getByRole('textbox', { name: say('play.chat.write') });
      await box.fill(text);
      await box.press('Enter');
    },
    presses: async (title) => {
      await card.getByRole('button', { name: say(title), exact: true }).click();
    },
    isAt: async (page) => {
      await card.getByText(say(page), { exact: true }).waitFor();
    },
    ticks: async (name) => {
      await card
        .getByRole('radio', { name: say(name) })
        .or(card.getByRole('checkbox', { name: say(name) }))
        .check();
    },
    chooses: async (question, answer) => {
      await card.getByRole('combobox', { name: say(question) }).selectOption(answer);
    },
    fills: async (question, text) => {
      await card
        .getByRole('textbox', { name: say(question) })
        .or(card.getByRole('spinbutton', { name: say(question) }))
        .fill(text);
    },
    sees: async (text) => {
      await card.getByText(text, { exact: true }).first().waitFor();
    },
  };
};

/** The playground’s page in the words of those who use it; everything on it is found as it is read aloud. */
export interface Play {
  readonly page: Page;
  readonly say: Say;
  readonly pane: (name: PaneName) => Locator;
  /** Who is in the pane, told that they read this language from now on. */
  readonly somebody: (pane: 'agent' | 'admin', language: Language) => Somebody;
  readonly reads: (pane: 'agent' | 'admin', language: Language) => Promise<void>;
  /** Brings a pane into sight where there is no room for all. */
  readonly lookAt: (name: PaneName) => Promise<void>;
  readonly steps: Locator;
  /** Begins a story of the first steps; the first one is there from the beginning. */
  readonly begins: (name: Key) => Promise<void>;
  /** What the step’s own button writes. */
  readonly letsWrite: (text: string) => Promise<void>;
  readonly goesOn: () => Promise<void>;
  readonly opensLetter: (subject: string) => Promise<void>;
  readonly letter: FrameLocator;
  readonly followsLink: () => Promise<void>;
  /** What the link leads to; and the page of the other partner. */
  readonly followed: FrameLocator;
  readonly partner: FrameLocator;
}

/** Frames that allow no scripts cannot be asked whether something lies over what is pressed. */
export const pressInFrame = async (what: Locator): Promise<void> => {
  await what.click({ force: true });
};

const createPlay = (page: Page, say: Say): Play => {
  const pane = (name: PaneName): Locator => page.getByRole('region', { name: say(`play.pane.${name}`) });
  const steps = page.getByRole('region', { name: say('play.firstSteps') });
  const letter = page.frameLocator('.letter iframe');
  const frameIn = (name: PaneName, title: string): FrameLocator => pane(name).getByTitle(title).contentFrame();
  return {
    ...{ page, say, pane, steps, letter },
    followed: frameIn('customer', say('play.followed')),
    partner: frameIn('partner', say('play.pane.partner')),
    somebody: (name, language) => somebodyIn(pane(name), speakerOf(language).say),
    reads: async (name, language) => {
      await pane(name)
        .getByRole('combobox', { name: say('play.personLanguage') })
        .selectOption(languageNames[language]);
      await pane(name)
        .getByRole('textbox', { name: speakerOf(language).say('play.chat.write') })
        .waitFor();
    },
    lookAt: async (name) => {
      const tabs = page.getByRole('navigation', { name: say('play.panes') });
      if (await tabs.isVisible()) await tabs.getByRole('button', { name: say(`play.tab.${name}`) }).click();
    },
    begins: async (name) => {
      await steps.getByRole('button', { name: say(name) }).click();
    },
    letsWrite: async (text) => {
      await steps.getByRole('button', { name: say('play.write', { text }), exact: true }).click();
    },
    goesOn: async () => {
      await steps.getByRole('button', { name: `${say('play.nextStep')} →`, exact: true }).click();
    },
    opensLetter: async (subject) => {
      await pane('customer').getByRole('button', { name: subject }).click();
      await letter.getByRole('link').first().waitFor();
    },
    followsLink: async () => {
      await pressInFrame(letter.getByRole('link').first());
    },
  };
};

/** Two servers and their browsers may have the machine to share. */
const PATIENCE = 15_000;

type Run = (play: Play) => Promise<void>;

/** The world outside is shown in frames, and a page that is left asks nothing more. */
const isMeant =
  (outside: string) =>
  (heard: string): boolean =>
    heard.startsWith(`left the page's own origin: ${outside}`) || /^failed: .*(ERR_ABORTED)$/.test(heard);

/** Runs it on a fresh page in this language, and gives back what the page should not have done. */
export const openPlay = async (
  { browser, page: address, outside }: Stage,
  language: Language,
  options: BrowserContextOptions,
  run: Run,
): Promise<string[]> => {
  const { say } = speakerOf(language);
  const heard = await openPage(browser, address, { locale: language, ...options }, async (page) => {
    page.setDefaultTimeout(PATIENCE);
    await page.goto(address);
    await page.getByRole('main').getByRole('article').first().waitFor();
    await run(createPlay(page, say));
  });
  return heard.filter((one) => !isMeant(outside)(one));
};
