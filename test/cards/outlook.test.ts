import { describe, expect, test } from '@jest/globals';
import { caseScreen } from '../../src/cards/case-screen.ts';
import { outlookLines } from '../../src/cards/outlook.ts';
import { screens } from '../../src/cards/screens.ts';
import type { Case } from '../../src/cases/case.ts';
import type { Decided } from '../../src/cases/decided.ts';
import { seenOf } from '../../src/cases/seen.ts';
import { viewOf } from '../../src/commands/offers-to.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { aboutGdap, aboutReseller, bruno, happens, on, ruled } from '../support/cases.ts';
import { given } from '../support/given.ts';
import { house } from '../support/world.ts';

const english = speakerOf('en');
const now = on('03-02 09:00');

const answering = (requestAgeDays: number, about = 'sub-1'): Decided =>
  ruled(
    {
      asOf: '2026-03-02',
      cloud: 'global',
      flow: 'azure_plan_transfer',
      facts: {
        actor: { role: 'admin_agent', is: 'source_partner' },
        item: { generation: 'azure_plan' },
        xfer: { action: 'accept', status: 'pending', requestAgeDays },
      },
    },
    about,
  );
const linesOf = (decisions: readonly Decided[], at = now) => outlookLines(decisions, { now: at, house: null, speaker: english });

describe('what becomes of an answer', () => {
  test('that stays is said in one calm line', () => {
    expect(linesOf([aboutReseller, aboutGdap])).toEqual(['In 30 and in 90 days the rules say the same.']);
  });

  test('that ends is said with the day first, and then why', () => {
    expect(linesOf([answering(20)])).toEqual([
      'Allowed until 13 March 2026; finish before that day.',
      'From 13 March 2026 it is no longer allowed. The request is 31 days old; it lapsed after 30 days and can no longer be answered.',
    ]);
  });

  test('that opens says from when', () => {
    const closed = ruled({
      asOf: '2024-06-01',
      cloud: 'global',
      flow: 'licence_transfer',
      facts: { item: { kind: 'licence', generation: 'nce' } },
    });
    expect(linesOf([closed], on('2024-06-01 09:00'))[0]).toMatch(/^From 19 June 2024 this opens: Yes/);
  });

  test('that is no longer so is told as of today', () => {
    expect(linesOf([answering(20)], on('03-20 09:00'))).toEqual([
      'By today’s rules: No. The request is 38 days old; it lapsed after 30 days and can no longer be answered.',
    ]);
  });

  test('that nobody can give is not told at all', () => {
    expect(linesOf([{ ...aboutReseller, facts: {} }])).toEqual([]);
    expect(linesOf([aboutGdap, { ...aboutReseller, facts: {} }])).toEqual([]);
    expect(linesOf([])).toEqual([]);
  });

  test('to several items names those that turn, and says alike what is alike', () => {
    const lines = outlookLines([answering(20, 'sub-1'), answering(5, 'sub-2')], {
      now,
      house: null,
      speaker: english,
      named: (item) => `<${item}>`,
    });
    expect(lines[0]).toBe('Allowed until 13 March 2026; finish before that day.');
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^From 13 March 2026 .* \(About: <sub-1>\)$/),
      expect.stringMatching(/^From 28 March 2026 .* \(About: <sub-2>\)$/),
    ]);
    expect(linesOf([answering(20, 'sub-1'), answering(20, 'sub-2')])).toEqual(linesOf([answering(20)]));
  });

  test.each(languages.map((language) => [language]))('is a sentence in %s', (language) => {
    const speaker = speakerOf(language);
    for (const at of [now, on('03-20 09:00')]) {
      for (const line of outlookLines([answering(20)], { now: at, house: null, speaker })) expect(line).not.toMatch(/[{}]|outlook/);
    }
  });
});

describe('a case', () => {
  const opened = happens('case-opened', '03-02 09:00');
  const deciding = (current: Case): Case => ({ ...current, decisions: [answering(20)] });
  const screenOf = (current: Case) =>
    screens.case.parse(
      caseScreen({ speaker: english, now, typed: () => '-', house, current, viewer: viewOf(bruno, current, house) }),
    );

  test('that is being decided shows it with the verdict', () => {
    expect(screenOf(deciding(given(opened))).judged?.outlook[0]).toBe('Allowed until 13 March 2026; finish before that day.');
  });

  test('that is decided names the day as long as something is still to be done', () => {
    const preparing = given(opened, happens('approval-given', '03-02 10:00'), happens('case-approved', '03-02 10:00'));
    expect(screenOf(deciding(preparing)).facts).toContainEqual({ name: 'Allowed only before', value: '13 March 2026' });
    expect(screenOf(preparing).facts.map(({ name }) => name)).not.toContain('Allowed only before');
    const over = given(opened, happens('case-declined', '03-02 10:00'));
    expect(screenOf(deciding(over)).facts.map(({ name }) => name)).not.toContain('Allowed only before');
  });

  test('counts as seen whatever becomes of it', () => {
    const current = deciding(given(opened));
    const early = screenOf(current);
    const late = screens.case.parse(
      caseScreen({
        speaker: english,
        now: on('03-20 09:00'),
        typed: () => '-',
        house,
        current,
        viewer: viewOf(bruno, current, house),
      }),
    );
    expect(late.judged?.outlook).not.toEqual(early.judged?.outlook);
    expect([early.seen, late.seen]).toEqual([seenOf(current), seenOf(current)]);
  });
});
