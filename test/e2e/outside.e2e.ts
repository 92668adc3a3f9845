import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { below, card, contoso, expectForEverybody, told } from './outside.ts';
import { onStage } from './silent-page.ts';
import { readStop } from './stop.ts';

const MOST_STOPS = 80;

/** Goes on with the Tab key until it is there; on the way the keyboard is always seen. */
const tabTo = async (page: Page, what: string): Promise<void> => {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readStop);
    assert.ok(
      stop === null || (stop.isRinged && stop.isInSight && !stop.isCovered),
      `the keyboard is not seen: ${stop?.what ?? ''}`,
    );
    if (stop?.what.endsWith(what) === true) return;
  }
  assert.fail(`“${what}” cannot be reached with the Tab key`);
};

/** Does what leads to another page, and waits until that is there. */
const follow = async (page: Page, act: () => Promise<void>): Promise<void> => {
  const arrived = page.waitForEvent('load');
  await act();
  await arrived;
};

const press = (page: Page): Promise<void> => follow(page, () => page.keyboard.press('Enter'));
const click = (page: Page, what: Locator): Promise<void> => follow(page, () => what.click());

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

const sizes = {
  'in a wide window': { viewport: { width: 1280, height: 900 } },
  'on a phone': { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
};

for (const [where, options] of Object.entries(sizes)) {
  const onPage = onStage('outside', options);

  onPage(`With the keyboard alone, ${where}: an administrator finds an invitation, reads and accepts it`, async (page, address) => {
    await page.goto(address);
    assert.equal(await heading(page), 'Customers');
    await tabTo(page, 'q');
    await page.keyboard.type('contoso');
    await press(page);
    assert.deepEqual(await page.locator('.list li').allInnerTexts(), [
      'Contoso Example Handel AS Invitations: 1\ncontoso.example · Global',
    ]);
    await tabTo(page, 'Contoso Example Handel AS');
    await press(page);
    assert.equal(await heading(page), 'Contoso Example Handel AS');
    await tabTo(page, 'Read and answer');
    await press(page);

    assert.equal(await heading(page), 'Granitt IT AS asks for administration rights');
    const words = await page.locator('main').innerText();
    for (const said of [
      'granitt.example',
      '6100002',
      'Global administrator – everything in your tenant',
      'Only accept if nothing less will do.',
      '730 days (until about ',
      'They end by themselves.',
      'Nothing you have bought is moved, changed or cancelled.',
    ])
      assert.ok(words.includes(said), `“${said}” is not said`);
    await tabTo(page, 'Accept');
    await press(page);

    const now = await told(page).innerText();
    assert.match(now, /^You have accepted\. The rights of Granitt IT AS are set up in \d+ (seconds?|minutes?) at most;/);
    assert.match(now, /lasts until about \d{1,2} \w+ \d{4}\. You can end the rights here at any time\.$/);
    const granted = below(page, 'Granular administration rights').locator('.card', { hasText: '“Granitt-Contoso-02”' });
    assert.match(await granted.innerText(), /Accepted; is being set up|Ends by itself on /);
    assert.match(await below(page, 'Invitations that wait for your answer').innerText(), /Nobody waits for an answer\./);
  });

  onPage(`Somebody refuses, ${where}: nothing is granted, and going back does not ask again`, async (page, address) => {
    await page.goto(`${address}customers?q=storvik`);
    await click(page, page.getByRole('link', { name: 'Storvik Maskin AS' }));
    await click(page, page.getByRole('link', { name: 'Read and answer' }));
    assert.equal(await heading(page), 'Nordlys Cloud AS asks for administration rights');
    await page.getByText('They are extended by 180 days each time, without asking you').waitFor();
    await click(page, page.getByRole('button', { name: 'Refuse' }));

    assert.match(await told(page).innerText(), /^You have refused\. Nordlys Cloud AS gets nothing, and is not told/);
    assert.match(await below(page, 'Granular administration rights').innerText(), /No partner has such rights\./);
    await page.goBack();
    await page.getByText('This invitation does not wait for an answer.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Accept' }).count(), 0);
  });

  onPage(
    `What was granted is ended, ${where}, by those who have read what that does; what cannot be ended says why`,
    async (page, address) => {
      await page.goto(`${address}${contoso}`);
      const rights = card(page, '“Nordlys-Contoso-01”');
      const end = rights.getByRole('button', { name: 'End these rights' });
      assert.equal(await end.isVisible(), false);
      await rights.locator('summary').click();
      await rights.getByText('The partner loses these rights in your tenant.').waitFor();
      await click(page, end);
      assert.match(await told(page).innerText(), /^The rights are being taken away\. That takes \d+ \w+ at most\./);
      assert.match(await rights.innerText(), /Is being taken away/);
      assert.equal(await end.count(), 0);

      const reseller = below(page, 'Reseller relationships').locator('.card', { hasText: 'Nordlys Cloud AS' });
      await reseller.locator('summary').click();
      await click(page, reseller.getByRole('button', { name: 'End the reseller relationship' }));
      assert.equal(await told(page).innerText(), 'This was not possible: something bought from this partner is still active.');
      await expectForEverybody(page);
    },
  );

  onPage(`The other partner lets one of several go, ${where}, and nothing that it has not chosen`, async (page, address) => {
    await page.goto(`${address}partners`);
    await click(page, page.locator('li', { hasText: 'Requests to answer: 1' }).getByRole('link', { name: 'Granitt IT AS' }));
    const request = card(page, 'Ravnetjern Orgelbyggeri AS – Nordlys Cloud AS');
    assert.equal(await request.getByRole('checkbox').count(), 5);
    assert.equal(await request.getByRole('checkbox', { checked: true }).count(), 0);
    assert.equal(await request.getByLabel('Lydarkiv').isDisabled(), true);
    await click(page, request.getByRole('button', { name: 'Accept' }));
    assert.equal(await told(page).innerText(), 'This was not possible: nothing was chosen. Choose at least one item, or decline.');
    await request.getByLabel('Orgelregister').check();
    await click(page, request.getByRole('button', { name: 'Accept' }));
    assert.match(await told(page).innerText(), /^You have accepted\. Chosen: 1\. They move in \d+ \w+ at most/);
    assert.match(await request.innerText(), /On its way|Complete/);
    assert.match((await request.locator('ul').innerText()).trim(), /^Orgelregister (is moving|moved)$/);
  });
}
