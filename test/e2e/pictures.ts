// Takes the pictures of the README anew: npm run e2e -- --pictures, or --pictures=play for those whose names begin so.
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions } from 'playwright-core';
import { asHtml } from '../../src/letters/as-html.ts';
import { openPages } from '../customer-pages/visited.ts';
import { everyLetter } from '../letters/every-letter.ts';
import { openAsk, toHash } from './ask.ts';
import type { Ask } from './ask.ts';
import { dossierPage } from './dossier.ts';
import { setUp } from './browser.ts';
import { adminInvitation, inLanguage } from './outside.ts';
import { playPictures, takePlayPictures } from './play-pictures.ts';
import { openPage } from './silent-page.ts';
import { openStage } from '../support/stage.ts';
import { invited } from './posted.ts';
import { onThePhone } from './telephone.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const MOST_BYTES = 300_000;

const [, , begin = ''] = process.argv;
const isWanted = (name: string): boolean => name.startsWith(begin);

interface Picture {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly hash: string;
  readonly prepare?: (ask: Ask) => Promise<void>;
}

const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

const pictures: readonly Picture[] = [
  { name: 'ask-en.png', options: desktop, hash: toHash({ on: '2024-02-01', facts: { 'req.includeDap': true } }) },
  {
    name: 'ask-phone-es.png',
    options: phone,
    hash: toHash({ lang: 'es', flow: 'channel_check', on: '2025-01-15', facts: { 'req.intent': 'move_billing' } }),
    prepare: async ({ page }) => {
      await page.evaluate(() => {
        const answer = document.querySelector<HTMLElement>('.answer');
        answer?.focus({ focusVisible: false });
        answer?.scrollIntoView();
      });
    },
  },
  {
    name: 'ask-ru-2019.png',
    options: desktop,
    hash: toHash({
      lang: 'ru',
      on: '2019-11-25',
      facts: { 'req.expects': ['take_over_subscriptions', 'change_terms'], 'customer.otherCspPartners': 1 },
    }),
  },
];

/** What the people outside are asked. */
const outsidePictures = [
  { name: 'outside-invitation-en.png', language: 'en', options: { viewport: { width: 1280, height: 1240 } } },
  { name: 'outside-phone-it.png', language: 'it', options: phone },
];

const calm = { reducedMotion: 'reduce', colorScheme: 'light' } as const;

const weigh = (name: string): void => {
  const { size } = statSync(`${folder}${name}`);
  console.log(`docs/pictures/${name}: ${String(Math.round(size / 1000))} kB`);
  if (size > MOST_BYTES) throw new Error(`${name} is larger than ${String(MOST_BYTES)} bytes.`);
};

mkdirSync(folder, { recursive: true });
const { browser, address, outside, end } = await setUp();

/** A request in Italian up to its last page, and what an approver gets of it. */
const picturesOfTheChat = async (): Promise<void> => {
  const names = ['request-phone-it.png', 'case-phone-en.png'];
  if (!names.some(isWanted)) return;
  const stage = await openStage();
  try {
    const giulia = await onThePhone(browser, stage, 'giulia');
    const next = async (title: string, shows: RegExp): Promise<void> => {
      await giulia.page.getByRole('button', { name: title, exact: true }).click();
      await giulia.page.getByText(shows).first().waitFor();
    };
    await giulia.says('richiedi amministrazione per contoso.example');
    await next('Avanti', /Quali diritti/);
    await giulia.page.screenshot({ path: `${folder}request-phone-it.png` });
    await next('Avanti', /solo Lei/);
    await next('Avanti', /E-mail/);
    await giulia.page.getByLabel(/E-mail/).fill('admin@contoso.example');
    await next('Avanti', /controllare e inviare/);
    await next('Chiedi l’approvazione', /In attesa di approvazione/);
    const ada = await onThePhone(browser, stage, 'ada');
    await ada.look();
    await ada.page.screenshot({ path: `${folder}case-phone-en.png`, fullPage: true });
    names.forEach(weigh);
  } finally {
    await stage.close();
  }
};

/** A letter to a customer’s administrator, and the page where its code is typed. */
const picturesOfALetter = async (): Promise<void> => {
  const names = ['letter-phone-it.png', 'letter-checked-phone-it.png'];
  if (!names.some(isWanted)) return;
  const { 'invitation with a code': invitation } = everyLetter('it');
  if (invitation === undefined) throw new Error('There is no such letter.');
  const page = await browser.newPage({ ...phone, ...calm });
  await page.setContent(asHtml(invitation));
  await page.screenshot({ path: `${folder}letter-phone-it.png`, clip: { x: 0, y: 0, width: 390, height: 1150 }, fullPage: true });
  const pages = await openPages();
  try {
    const code = await pages.written(...invited);
    await page.goto(`${pages.base}/letter/${code}?lang=it`);
    await page.screenshot({ path: `${folder}letter-checked-phone-it.png` });
  } finally {
    pages.close();
  }
  names.forEach(weigh);
};

/** Everybody on one page, in the midst of the stories that the first steps tell. */
const picturesOfThePlayground = async (): Promise<void> => {
  if (!playPictures.some(isWanted)) return;
  await takePlayPictures(calm, async (name, page) => {
    if (!isWanted(name)) return;
    await page.screenshot({ path: `${folder}${name}` });
    weigh(name);
  });
};

const pictureOfADossier = async (): Promise<void> => {
  const name = 'audit-case.png';
  if (!isWanted(name)) return;
  const page = await browser.newPage({ viewport: { width: 1000, height: 1000 } });
  await page.setContent(await dossierPage());
  await page.screenshot({ path: `${folder}${name}` });
  weigh(name);
};

try {
  for (const { name, options, hash, prepare } of pictures.filter(({ name: one }) => isWanted(one))) {
    const heard = await openAsk(browser, address, { ...options, ...calm }, async (ask) => {
      await ask.go(hash);
      await prepare?.(ask);
      await ask.page.screenshot({ path: `${folder}${name}` });
    });
    if (heard.length > 0) throw new Error(heard.join('\n'));
    weigh(name);
  }
  for (const { name, language, options } of outsidePictures.filter(({ name: one }) => isWanted(one))) {
    const heard = await openPage(browser, outside, { ...options, ...calm }, async (page) => {
      await page.goto(`${outside}${inLanguage(adminInvitation, language)}`);
      await page.screenshot({ path: `${folder}${name}` });
    });
    if (heard.length > 0) throw new Error(heard.join('\n'));
    weigh(name);
  }
  await picturesOfTheChat();
  await picturesOfALetter();
  await picturesOfThePlayground();
  await pictureOfADossier();
} finally {
  await end();
}
