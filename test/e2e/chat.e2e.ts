import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { approveRelationship } from '../../src/sandbox/relationships.ts';
import { openStage } from '../support/stage.ts';
import type { Name, Stage } from '../support/stage.ts';
import { openChatPage } from './chat-page.ts';
import { tooWide } from './fits.ts';

const CONTOSO = 'c0570025-0025-4c25-8c25-000000000c25';
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

let browser: Browser;
let stage: Stage;
before(async () => {
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  stage = await openStage();
});
after(async () => {
  await browser.close();
  await stage.close();
});

/** Somebody with a telephone: sees the newest card in their chat, drawn by Microsoft’s renderer, and presses on it. */
const onThePhone = async (name: Name) => {
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

/** Nothing sticks out of a telephone, and nobody is left out. */
const fitsAndReads = async (page: Page): Promise<void> => {
  assert.deepEqual(await page.evaluate(tooWide), []);
  await page.addScriptTag({ content: axe.source });
  const { violations } = await page.evaluate((): Promise<AxeResults> => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    return axe.run({ rules: { 'page-has-heading-one': { enabled: false }, region: { enabled: false } } });
  });
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(
    serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]),
    [],
  );
};

void test('Giulia, who has never seen the bot, asks for admin of contoso.example on a telephone; Ada approves on hers; the customer accepts; both see it', async () => {
  const giulia = await onThePhone('giulia');
  const { page } = giulia;
  const next = async (expected: RegExp): Promise<void> => {
    await fitsAndReads(page);
    await page.getByRole('button', { name: expected }).click();
  };
  const arrives = (text: RegExp) => page.getByText(text).first().waitFor({ timeout: 10_000 });

  await giulia.says('vorrei chiedere amministrazione per contoso.example');
  await page.getByRole('combobox', { name: /Che cosa vuole fare/ }).selectOption('manage');
  await next(/^Avanti$/);
  await arrives(/Quali diritti/);
  await page.getByRole('combobox', { name: /Quali diritti/ }).selectOption('support-minimal');
  await page.getByLabel(/Per quanti giorni/).fill('180');
  await next(/^Avanti$/);
  await arrives(/solo Lei/);
  await next(/^Avanti$/);
  await page.getByLabel(/E-mail/).fill('admin@contoso.example');
  await next(/^Avanti$/);
  await next(/Chiedi l’approvazione/);
  await arrives(/In attesa di approvazione/);
  await fitsAndReads(page);

  const ada = await onThePhone('ada');
  await ada.look();
  await fitsAndReads(ada.page);
  await ada.page.getByRole('button', { name: 'Approve' }).click();
  await ada.page.getByText('Waiting for the customer').waitFor({ timeout: 10_000 });

  for (const { id, customer } of stage.sandbox.world.relationships.values())
    if (customer?.tenantId === CONTOSO) approveRelationship(stage.sandbox.world, id, CONTOSO);
  await stage.later({ minutes: 30 });
  await giulia.look();
  await arrives(/Attiva/);
  await ada.look();
  await ada.page.getByText('Active', { exact: true }).waitFor();
  await fitsAndReads(page);
});
