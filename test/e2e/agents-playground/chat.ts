import type { Browser, Locator } from 'playwright-core';
import type { Program } from './program.ts';

const PATIENCE_MS = 20_000;

interface PlaygroundChat {
  /** The newest card in the chat. */
  readonly card: () => Locator;
  /** Types it, and is answered with a card. */
  readonly says: (text: string) => Promise<void>;
  readonly sees: (words: string | RegExp) => Promise<void>;
  readonly press: (name: string | RegExp) => Promise<void>;
}

/** Somebody’s personal chat with the bot, in Microsoft’s page. */
export const openChat = async (browser: Browser, { origin }: Program): Promise<PlaygroundChat> => {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  // It asks a server of Microsoft’s for fonts, and can do without.
  await page.route(
    (url) => url.origin !== origin,
    (route) => route.abort(),
  );
  await page.goto(origin);
  const compose = page.locator('[contenteditable][role=textbox]');
  await compose.waitFor();
  const cards = page.locator('.ac-adaptiveCard');
  const card = () => cards.last();
  return {
    card,
    says: async (text) => {
      const before = await cards.count();
      await compose.fill(text);
      await compose.press('Enter');
      await cards.nth(before).waitFor();
    },
    sees: (words) => card().getByText(words).first().waitFor(),
    press: (name) => card().getByRole('button', { name }).click(),
  };
};
