import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { idOf, tenantIdOf } from '../../src/sandbox/seed/made-ids.ts';

/** Customers and partners by the numbers that the seed gives them. */
export const contoso = `customers/${tenantIdOf(25)}`;
const storvik = `customers/${tenantIdOf(6)}`;
const granittId = '7a11c0de-2222-4a10-8a10-0000000000a2';
const asked = idOf('relationship', 6, 1);

export const adminInvitation = `${storvik}/invitation/${asked}-${asked}`;
const resellerInvitation = `${storvik}/invitation/reseller?partnerId=${granittId}&DAP=false`;

/** One page of every kind. */
export const everyPage: readonly string[] = [
  'customers',
  contoso,
  adminInvitation,
  resellerInvitation,
  'customers/open',
  'partners',
  `partners/${granittId}`,
];

export const inLanguage = (path: string, language: string): string => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;

/** What a page has below one of its headings. */
export const below = (page: Page, heading: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading, level: 2, exact: true }) });

export const card = (page: Page, words: string): Locator => page.locator('.card').filter({ hasText: words });

/** What a page says about what has just been done. */
export const told = (page: Page): Locator => page.getByRole('status');

export const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });

/** Axe finds nothing that keeps anybody from using the page. */
export const expectForEverybody = async (page: Page): Promise<void> => {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
  assert.ok(passes.length > 20, `only ${String(passes.length)} rules of axe had anything to look at`);
  const found = violations.map(({ id, impact, nodes }) => `${String(impact)} ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  assert.deepEqual(found, [], page.url());
};
