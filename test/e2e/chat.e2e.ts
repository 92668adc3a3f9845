import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { approveRelationship } from '../../src/sandbox/relationships.ts';
import { openStage } from '../support/stage.ts';
import type { Stage } from '../support/stage.ts';
import { launch } from './launch.ts';
import { tooWide } from './fits.ts';
import { onThePhone } from './telephone.ts';

const CONTOSO = 'c0570025-0025-4c25-8c25-000000000c25';
let browser: Browser;
let stage: Stage;
before(async () => {
  browser = await launch();
  stage = await openStage();
});
after(async () => {
  await browser.close();
  await stage.close();
});

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
  const giulia = await onThePhone(browser, stage, 'giulia');
  const { page } = giulia;
  const next = async (expected: RegExp): Promise<void> => {
    await fitsAndReads(page);
    await page.getByRole('button', { name: expected }).click();
  };
  const arrives = (text: RegExp) => page.getByText(text).first().waitFor({ timeout: 10_000 });

  await giulia.says('vorrei chiedere amministrazione per contoso.example');
  await page.getByRole('radio', { name: /Gestire: ruoli/ }).check();
  await next(/^Avanti$/);
  await arrives(/Quali diritti/);
  await page.getByRole('radio', { name: /Supporto/ }).check();
  await next(/^Avanti$/);
  await arrives(/solo Lei/);
  await next(/^Avanti$/);
  await page.getByLabel(/E-mail/).fill('admin@contoso.example');
  await next(/^Avanti$/);
  await next(/Chiedi l’approvazione/);
  await arrives(/In attesa di approvazione/);
  await fitsAndReads(page);

  const ada = await onThePhone(browser, stage, 'ada');
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
