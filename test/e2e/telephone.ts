import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { Name, Stage } from '../support/stage.ts';
import { openChatPage } from './chat-page.ts';

/** Somebody with a telephone: sees the newest card in their chat, drawn by Microsoft’s renderer, and presses on it. */
export const onThePhone = async (browser: Browser, stage: Stage, name: Name) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 1 });
  page.setDefaultTimeout(10_000);
  page.on('pageerror', ({ message }) => {
    console.error(message);
  });
  const actor = stage.actor(name);
  const newest = () => {
    const found = stage.chat(name).messages.findLast(({ from, card }) => from === null && card !== null);
    assert.ok(found);
    return found;
  };
  const look = async (): Promise<void> => {
    await page.evaluate(
      (json) => {
        window.showCard(json);
      },
      actor.sees(newest()) as object,
    );
  };
  await openChatPage(page, async ({ title, inputs }) => {
    const fields = JSON.stringify(actor.sees(newest()));
    const known = Object.entries(inputs).filter(([id, value]) => value !== '' && fields.includes(`"id":"${id}"`));
    await actor.press(newest(), title, Object.fromEntries(known));
    await stage.settle();
    await look();
  });
  return {
    page,
    look,
    says: async (text: string): Promise<void> => {
      await actor.say(actor.chat, text);
      await stage.settle();
      await look();
    },
  };
};
