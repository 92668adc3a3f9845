import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { renderer } from './renderer.ts';

const look = (name: string): string => readFileSync(new URL(`../../scripts/gallery/${name}`, import.meta.url), 'utf8');

interface Pressed {
  /** As the card names the button. */
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
}

declare global {
  interface Window {
    showCard: (json: object) => void;
    press: (pressed: Pressed) => Promise<void>;
  }
}

/** Draws one card at a time, as wide as the window, and says what was pressed on it. */
const drawing = `
  window.showCard = (json) => {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = hostConfig(false);
    card.onExecuteAction = (action) => {
      const inputs = Object.fromEntries(card.getAllInputs().map(({ id, value }) => [id, String(value ?? '')]));
      void window.press({ title: action.title, inputs });
    };
    card.parse(json);
    document.querySelector('main').replaceChildren(card.render());
  };
`;

const html = `<!doctype html><html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Chat</title><style>${look('page.css')} main { background: var(--card); }</style></head><body class="light"><main></main></body></html>`;

/** A page that is nothing but the newest card of a chat; `onPress` is what somebody does on it. */
export const openChatPage = async (page: Page, onPress: (pressed: Pressed) => Promise<void>): Promise<void> => {
  await page.setContent(html);
  await page.exposeFunction('press', onPress);
  await page.addScriptTag({ content: `${renderer()};${drawing}` });
};
