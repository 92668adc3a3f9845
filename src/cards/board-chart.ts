import type { Case } from '../cases/case.ts';
import type { Speaker } from '../languages/speak.ts';
import type { ScreenData, Tone } from './screens.ts';
import { toneOf } from './status-tone.ts';

type Chart = NonNullable<ScreenData<'cases'>['chart']>;

/** A picture for a phone; the sentence has them all. */
const MOST_BARS = 6;

/** How Teams calls the colours of bars. */
const colors = {
  default: 'neutral',
  good: 'good',
  warning: 'warning',
  attention: 'attention',
  accent: 'categoricalBlue',
} as const satisfies Record<Tone, string>;

/** And how it calls those of boxes, for programs that draw no bars. */
const styleOf = (tone: Tone): Chart['bars'][number]['style'] => (tone === 'default' ? 'emphasis' : tone);

/** One of a hundred at least: no width is none at all. */
const shareOf = (count: number, most: number): number => Math.max(1, Math.min(99, Math.round((count * 99) / most)));

/** How many cases are in which state, the most first; null where there is only one state, which is no picture. */
export const boardChart = (cases: readonly Case[], { say, list }: Speaker): Chart | null => {
  const byStatus = [...Map.groupBy(cases, ({ status }) => status)];
  if (byStatus.length < 2) return null;
  const most = Math.max(...byStatus.map(([, all]) => all.length));
  const bars = byStatus
    .toSorted(([, some], [, others]) => others.length - some.length)
    .map(([status, all]) => {
      const tone = all[0] === undefined ? 'default' : toneOf(all[0]);
      const share = shareOf(all.length, most);
      return {
        name: say(`status.${status}`),
        count: all.length,
        label: say('board.bar', { status: say(`status.${status}`), count: all.length }),
        color: colors[tone],
        style: styleOf(tone),
        share,
        rest: 100 - share,
      };
    });
  return { title: say('board.chart'), summary: list(bars.map(({ label }) => label)), bars: bars.slice(0, MOST_BARS) };
};
