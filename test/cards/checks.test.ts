import { describe, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { MOST_BYTES, render } from '../../src/cards/render.ts';
import type { Card } from '../../src/cards/render.ts';
import { screens } from '../../src/cards/screens.ts';
import type { ScreenData } from '../../src/cards/screens.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { findingsOf, interpretedIn, leftoversIn, shownIn, wordsIn } from '../support/card-check.ts';
import { allExamples } from './data/examples.ts';
import { hostileTexts, madeHostile } from './data/hostile.ts';

const english = speakerOf('en');
const bytesOf = (card: Card): number => Buffer.byteLength(JSON.stringify(card));

test('every screen has an example', () => {
  expect(new Set(allExamples.map(({ screen }) => screen))).toEqual(new Set(Object.keys(screens)));
});

describe.each(languages)('in %s', (language) => {
  test.each(allExamples)('Teams shows $screen, $state', ({ card }) => {
    const drawn = card(speakerOf(language));
    expect(findingsOf(drawn)).toEqual([]);
    expect(leftoversIn(drawn)).toEqual([]);
    expect(drawn.lang).toBe(language.slice(0, 2));
    expect(bytesOf(drawn)).toBeLessThanOrEqual(MOST_BYTES);
  });
});

const firsts = allExamples.filter(({ screen }, index) => allExamples.findIndex((one) => one.screen === screen) === index);

/** As a reader sees it. */
const seen = (text: string): string =>
  text
    .replace(/[\p{Cf}\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const withoutOurMarks = (text: string): string => text.replace(/[\u2060\u200B]/g, '');

describe.each(hostileTexts)('a company called %j', (text) => {
  test.each(firsts)('is a name and nothing else on $screen', ({ card }) => {
    const drawn = card(english, (data) => madeHostile(text, data));
    expect(findingsOf(drawn)).toEqual([]);
    expect(interpretedIn({ ...drawn, speak: null, fallbackText: null }).join('\n')).not.toContain(text);
    expect(interpretedIn(drawn).join('\n')).not.toMatch(/[[<*`]|\{\{|\$\{|https?:\/\//);
    expect(JSON.stringify(drawn)).not.toMatch(/\{\{(DATE|TIME)|[\u202E\u2066]/);
    expect(bytesOf(drawn)).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('is shown letter by letter, in one paragraph', () => {
    const data: ScreenData<'notice'> = {
      title: text,
      tone: 'default',
      lines: [text],
      facts: [{ name: text, value: text }],
      buttons: [],
    };
    const shown = shownIn(render('notice', data, english));
    expect(shown.map(withoutOurMarks).map(seen)).toEqual([text, text, text, text].map(seen));
    expect(shown.join('')).not.toContain('\n');
    expect(
      Math.max(
        ...shown
          .join(' ')
          .split(/[\s\u200B/.]/)
          .map((word) => word.length),
      ),
    ).toBeLessThan(40);
  });
});

test('what was written into a field comes back as it was written', () => {
  const written = `${'W'.repeat(300)}\n\n- ${'公司'.repeat(150)}`;
  const field = { kind: 'text', id: 'words', label: 'Words', hint: null, problem: null } as const;
  const question = { ...field, value: written, longest: 1000, isLong: true, placeholder: null };
  const page = { title: 'Page', lead: null, customer: null, step: '1', problem: null, buttons: [], questions: [question] };
  expect(JSON.stringify(render('wizard/questions', page, english))).toContain(JSON.stringify(written));
});

describe('the templates', () => {
  const folder = new URL('../../cards/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));

  test.each(files)('%s has no words of its own', (name) => {
    expect(wordsIn(new URL(name.replaceAll('\\', '/'), folder))).toEqual([]);
  });

  test('each belongs to a screen, or is a part that some template uses', () => {
    const texts = files.map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8')).join('\n');
    const unowned = files
      .map((name) => name.replaceAll('\\', '/').replace('.json', ''))
      .filter((name) => (name.startsWith('parts/') ? !texts.includes(`"$part": "${name.slice(6)}"`) : !(name in screens)));
    expect(unowned).toEqual([]);
  });
});

describe('as it was', () => {
  const golden = (screen: string): URL => new URL(`golden/${screen.replace('/', '.')}.json`, import.meta.url);
  test.each(firsts)('$screen looks the same', ({ screen, card }) => {
    const text = `${JSON.stringify(card(english), null, 2)}\n`;
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(new URL('.', golden(screen)), { recursive: true });
      writeFileSync(golden(screen), text);
    }
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(golden(screen), 'utf8')));
  });
});

describe('the check itself', () => {
  const good = allExamples.find(({ screen }) => screen === 'case')?.card(english) ?? {};
  const execute = { type: 'Action.Execute', title: 'A', verb: 'approve', associatedInputs: 'none' };
  const carried = { verb: 'approve', id: '1', seen: '2' };
  const submit = { type: 'Action.Submit', title: 'A', data: carried, associatedInputs: 'none' };
  const whole = { ...execute, data: carried, fallback: submit };
  const body = (...items: unknown[]): Card => ({ ...good, body: items });

  const bar = { x: 'Open', y: 3, color: 'good' };
  const chart = {
    ...{ type: 'Chart.HorizontalBar', displayMode: 'AbsoluteNoAxis', data: [bar] },
    fallback: { type: 'Container', items: [] },
  };

  test('takes a chart with something in its place', () => {
    expect(findingsOf(body(chart))).toEqual([]);
  });

  test.each<[string, Card]>([
    ['an unknown element', body({ type: 'Carousel' })],
    ['another version', { ...good, version: '1.6' }],
    ['nothing to read aloud', { ...good, speak: '' }],
    ['an input without a label', body({ type: 'Input.Text', id: 'a', maxLength: 3 })],
    ['an input without a name', body({ type: 'Input.Text', label: 'a', maxLength: 3 })],
    ['two inputs of one name', body(...['a', 'b'].map((label) => ({ type: 'Input.Text', id: 'a', label, maxLength: 3 })))],
    ['a wrong value', body({ type: 'Container', style: 'shiny', items: [] })],
    ['text that is cut off', body({ type: 'TextBlock', text: 'a' })],
    ['a picture without words', body({ type: 'Image', url: 'data:image/png;base64,AA==' })],
    ['a button without fallback', body({ type: 'ActionSet', actions: [{ ...execute, data: carried }] })],
    ['a button that says more', body({ type: 'ActionSet', actions: [{ ...whole, data: { ...carried, roles: 'all' } }] })],
    [
      'a fallback that says something else',
      body({ type: 'ActionSet', actions: [{ ...whole, fallback: { ...submit, data: { ...carried, id: '2' } } }] }),
    ],
    ['too many buttons', body({ type: 'ActionSet', actions: Array.from({ length: 7 }, () => whole) })],
    ['too many people', { ...good, refresh: { action: whole, userIds: Array.from({ length: 61 }, () => 'x') } }],
    [
      'a fold without a box',
      body({ type: 'Container', items: [], selectAction: { type: 'Action.ToggleVisibility', title: 'a', targetElements: ['b'] } }),
    ],
    ['a chart that only Teams can draw', body({ type: 'Chart.HorizontalBar', displayMode: 'AbsoluteNoAxis', data: [bar] })],
    ['a chart without numbers', body({ ...chart, data: [{ ...bar, y: '3' }] })],
    ['a chart with a setting that Teams does not know', body({ ...chart, legend: true })],
    ['a wrong value in what stands for a chart', body({ ...chart, fallback: { type: 'Container', style: 'shiny', items: [] } })],
    ['too many bytes', body({ type: 'TextBlock', wrap: true, text: 'я'.repeat(15_000) })],
  ])('notices %s', (_, card) => {
    expect(findingsOf(good)).toEqual([]);
    expect(findingsOf(card)).not.toEqual([]);
  });

  test('notices what a template forgot to fill in', () => {
    expect(leftoversIn(body({ type: 'TextBlock', text: '${customer}' }))).toEqual(['${customer}']);
  });
});
