// Every card in every language and state, drawn by Microsoft's renderer on one page: build/gallery/index.html.
// With --pictures also as pictures: npm run gallery -- --pictures [--language=de] [--look=phone-dark] [--screen=case]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { speakerOf } from '../src/languages/catalogues.ts';
import { languages } from '../src/languages/speak.ts';
import { allExamples } from '../test/cards/data/examples.ts';
import { statusExamples } from '../test/cards/data/statuses.ts';
import { wizardExamples } from '../test/cards/data/wizard-pages.ts';
import { hostileTexts, madeHostile } from '../test/cards/data/hostile.ts';
import { chromiumFor } from './chromium.mjs';
import { renderer } from '../test/e2e/renderer.ts';
import { install } from './setup.mjs';

const { values: asked } = parseArgs({
  options: {
    pictures: { type: 'boolean', default: false },
    language: { type: 'string' },
    look: { type: 'string' },
    screen: { type: 'string' },
  },
});

const folder = new URL('../build/gallery/', import.meta.url);
const own = (name) => readFileSync(new URL(`gallery/${name}`, import.meta.url), 'utf8');

/** The wizard as people go through it is a group of its own. */
const wizard = wizardExamples.map((example) => ({ ...example, screen: 'wizard' }));
const screens = [...new Set([...allExamples, ...wizard].map(({ screen }) => screen))];
const cards = languages.flatMap((language) =>
  [...allExamples, ...statusExamples, ...wizard].map(({ screen, state, card }) => ({
    language,
    screen,
    state,
    json: card(speakerOf(language)),
  })),
);
const hostile = hostileTexts.map((text, index) => {
  const { card } = allExamples.find(({ screen }) => screen === 'case');
  const json = card(speakerOf('en'), (data) => madeHostile(text, data));
  return { language: 'en', screen: 'hostile', state: `name ${index + 1}`, json };
});

/** Inside a script element no tag may end it. */
const inScript = (text) => text.replaceAll('</', '<\\/');
const data = { cards: [...cards, ...hostile], languages, screens: [...screens, 'hostile'] };
const page = own('page.html')
  .replace('/* styles */', () => own('page.css'))
  .replace('/* renderer */', () => inScript(renderer()))
  .replace('/* data */', () => inScript(JSON.stringify(data)))
  .replace('/* draw */', () => inScript(own('draw.js')));

mkdirSync(folder, { recursive: true });
const index = fileURLToPath(new URL('index.html', folder));
writeFileSync(index, page);
console.log(`${index}: ${data.cards.length} cards`);

/** Three cards side by side; a card itself is as wide as a phone, or as Teams makes it. */
const viewports = { phone: { width: 1176, height: 800 }, desktop: { width: 1656, height: 800 } };

const takePictures = async () => {
  const e2e = new URL('../test/e2e/', import.meta.url);
  install(fileURLToPath(e2e));
  const { launch } = await import('../test/e2e/launch.ts');
  const browser = await launch({ executablePath: chromiumFor('npm run gallery -- --pictures') });
  try {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(index).href);
    const wanted = (name, all) => (asked[name] === undefined ? all : [asked[name]]);
    for (const look of wanted('look', ['phone-light', 'desktop-dark']))
      for (const language of wanted('language', languages))
        for (const screen of wanted('screen', data.screens)) await takePicture(tab, { language, look, screen });
  } finally {
    await browser.close();
  }
};

const takePicture = async (tab, what) => {
  await tab.setViewportSize(viewports[what.look.split('-')[0]]);
  await tab.evaluate((hash) => {
    location.hash = hash;
    dispatchEvent(new HashChangeEvent('hashchange'));
  }, new URLSearchParams(what).toString());
  const name = [what.screen.replace('/', '.'), what.language, what.look].join('-');
  await tab.locator('#cards').screenshot({ path: fileURLToPath(new URL(`${name}.png`, folder)) });
};

if (asked.pictures) await takePictures();
