import assert from 'node:assert/strict';
import { speakerOf } from '../../src/languages/catalogues.ts';
import type { Verdict } from '../../src/policy/index.ts';
import { onThePage, toHash } from './ask.ts';
import { shows } from './silent-page.ts';

const onPage = onThePage();
const { say } = speakerOf('en');
const READABLE = 4.5;

const examples: Readonly<Record<Verdict | 'input', string>> = {
  allow: toHash({}),
  allow_with_conditions: toHash({ flow: 'licence_transfer', on: '2025-01-15' }),
  needs_review: toHash({ on: '2023-02-01', facts: { 'actor.role': 'account_admin' } }),
  deny: toHash({ on: '2019-11-25', facts: { 'req.expects': ['take_over_subscriptions'], 'customer.otherCspPartners': 1 } }),
  input: toHash({ flow: 'gdap_request', facts: { 'gdap.autoExtend': 'half a year' } }),
};

interface Words {
  readonly what: string;
  readonly ratio: number;
}

/** Every piece of text in sight with the contrast of its colour against the nearest background, by the formula of WCAG 2. */
const contrasts = (): Words[] => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (canvas === null) throw new Error('No canvas');
  const rgba = (colour: string): readonly number[] => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = rgba(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (one: Element | null): string => {
    const colour = one === null ? 'white' : getComputedStyle(one).backgroundColor;
    return one === null || (rgba(colour)[3] ?? 0) > 0 ? colour : behind(one.parentElement);
  };
  const hasWords = (one: Element): boolean =>
    [...one.childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim() !== '');
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.checkVisibility() && !one.matches(':disabled') && hasWords(one))
    .map((one) => {
      const [text, ground] = [light(getComputedStyle(one).color), light(behind(one))];
      const ratio = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
      return { what: `${one.tagName.toLowerCase()} ${one.className}: ${one.textContent.trim().slice(0, 40)}`, ratio };
    });
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [verdict, hash] of Object.entries(examples)) {
    const title = verdict === 'input' ? say('ask.input') : say(`verdict.${verdict as Verdict}`);
    onPage(
      `Readable in ${colorScheme} mode: “${title}” and everything around it`,
      async (ask) => {
        await ask.go(hash);
        await shows(ask.verdict, title);
        const words = await ask.page.evaluate(contrasts);
        assert.ok(words.some(({ what }) => what.startsWith('p verdict')));
        assert.deepEqual(
          words.filter(({ ratio }) => ratio < READABLE),
          [],
        );
        const paper = await ask.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        assert.equal(paper, colorScheme === 'light' ? 'rgb(247, 247, 251)' : 'rgb(22, 22, 29)');
      },
      { colorScheme },
    );
  }
}
