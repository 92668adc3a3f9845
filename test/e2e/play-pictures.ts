import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Language } from '../../src/languages/speak.ts';
import { setUp } from './browser.ts';
import { openPlay } from './play.ts';
import type { Play, Somebody } from './play.ts';
import { accepts, approves, checks, letsGo, opensItsLetter, requestsAdmin, switches, ticksAll } from './play-told.ts';

export const playPictures = [
  'play-en.png',
  'story-request.png',
  'story-check.png',
  'story-switch.png',
  'play-phone-es.png',
] as const;
type Name = (typeof playPictures)[number];

type Shoot = (name: Name, page: Page) => Promise<void>;

const wide = { viewport: { width: 1440, height: 900 } };
const narrow = { viewport: { width: 1200, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

const fromTheTop = async (...people: readonly Somebody[]): Promise<void> => {
  for (const { card } of people)
    await card.evaluate((one) => {
      one.scrollIntoView({ block: 'start' });
    });
};

type Shot = (name: Name, play: Play) => Promise<void>;

const waiting = async (play: Play, shot: Shot): Promise<void> => {
  const ana = play.somebody('agent', 'es');
  await requestsAdmin(play, ana);
  await approves(play, play.somebody('admin', 'en'));
  await ana.sees(ana.say('status.awaiting-customer'));
  await opensItsLetter(play);
  await shot('play-en.png', play);
};

const active = async (play: Play, shot: Shot): Promise<void> => {
  const ana = play.somebody('agent', 'es');
  const ada = play.somebody('admin', 'en');
  await accepts(play, 'en');
  for (const one of [ana, ada]) await one.sees(one.say('status.active'));
  await fromTheTop(ana, ada);
  await shot('story-request.png', play);
};

const checked = async (play: Play, shot: Shot): Promise<void> => {
  await play.begins('play.story.check');
  const giulia = play.somebody('agent', 'it');
  await checks(play, giulia);
  await giulia.presses('card.any.why');
  await giulia.card.getByText('R-USAGE-RECREATE', { exact: true }).waitFor();
  await fromTheTop(giulia);
  await shot('story-check.png', play);
};

const moved = async (play: Play, shot: Shot): Promise<void> => {
  await play.begins('play.story.switch');
  const chloe = play.somebody('agent', 'fr');
  const bo = play.somebody('admin', 'de');
  await switches(play, chloe);
  await approves(play, play.somebody('admin', 'en'));
  await approves(play, bo);
  await ticksAll(play, chloe);
  await letsGo(play, 'en');
  for (const one of [chloe, bo]) await one.sees(one.say('status.handing-over'));
  const request = play.partner.getByRole('heading', { name: 'Tindfoss Bryggeri AS' }).first();
  await request.evaluate((one) => {
    one.scrollIntoView({ block: 'start' });
  });
  await fromTheTop(chloe, bo);
  await shot('story-switch.png', play);
};

const onThePhone = async (play: Play, shot: Shot): Promise<void> => {
  const ana = play.somebody('agent', 'es');
  await play.letsWrite(ana.say('play.words.request-admin', { domain: 'collefiorito.example' }));
  await ana.isAt('wizard.page.request-admin.relationship');
  await shot('play-phone-es.png', play);
};

/** Takes the pictures of the playground in real runs; `shoot` keeps one. */
export const takePlayPictures = async (calm: BrowserContextOptions, shoot: Shoot): Promise<void> => {
  const shot: Shot = async (name, { page }) => {
    await page.mouse.move(0, 0);
    await shoot(name, page);
  };
  const inOneWorld = async (...scenes: readonly (readonly [BrowserContextOptions, Language, typeof waiting])[]): Promise<void> => {
    const stage = await setUp();
    try {
      for (const [options, language, scene] of scenes) {
        const heard = await openPlay(stage, language, { ...options, ...calm }, (play) => scene(play, shot));
        if (heard.length > 0) throw new Error(heard.join('\n'));
      }
    } finally {
      await stage.end();
    }
  };
  await inOneWorld([wide, 'en', waiting]);
  await inOneWorld([phone, 'es', onThePhone]);
  await inOneWorld([narrow, 'en', checked], [narrow, 'en', moved]);
  await inOneWorld([
    narrow,
    'en',
    async (play) => {
      await requestsAdmin(play, play.somebody('agent', 'es'));
      await approves(play, play.somebody('admin', 'en'));
      await active(play, shot);
    },
  ]);
};
