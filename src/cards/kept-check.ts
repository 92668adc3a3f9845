import type { Verdict } from '../policy/index.ts';
import { plain } from '../languages/speak.ts';
import type { Speaker } from '../languages/speak.ts';
import { verdictTone } from './judged.ts';
import type { ScreenData } from './screens.ts';
import { saidOr, shown } from './shown.ts';

interface KeptItem {
  readonly name: string;
  readonly thing: string | null;
  readonly support: Verdict;
  readonly move: Verdict;
  readonly procedures: readonly string[];
  readonly deadline: string | null;
}

/** What a check has said, as it was kept. */
interface CheckToShow {
  readonly customer: string;
  /** Who has checked; null where nobody knows any more. */
  readonly who: string | null;
  readonly on: string;
  readonly items: readonly KeptItem[];
  readonly buttons: ScreenData<'check-eligibility/kept'>['buttons'];
}

const MOST_ROWS = 10;

const checkedBy = ({ who, on }: Pick<CheckToShow, 'who' | 'on'>, { say, date }: Speaker): string =>
  say('check.kept', { who: who === null || plain(who) === '' ? say('wizard.told.somebody') : who, day: date(on) });

const MOST_LINES = 3;

const nameIn = ({ name, thing }: KeptItem, speaker: Speaker): string =>
  thing === null ? shown(name, 200) : saidOr(speaker, { key: `check.thing.${thing}`, values: {} }, () => shown(name, 200));

/** The same in a few lines. */
export const keptLines = ({ who, on, items }: Pick<CheckToShow, 'who' | 'on' | 'items'>, speaker: Speaker): string[] => [
  checkedBy({ who, on }, speaker),
  ...items.slice(0, MOST_LINES).map((item) => {
    const [support, move] = [{ label: `verdict.${item.support}` }, { label: `verdict.${item.move}` }];
    return speaker.say('check.keptItem', { name: nameIn(item, speaker), support, move });
  }),
  ...(items.length > MOST_LINES ? [speaker.say('check.andMore', { count: items.length - MOST_LINES })] : []),
];

/** An old check may name a procedure that there is no more. */
export const waysInWords = (procedures: readonly string[], speaker: Speaker): string | null =>
  procedures.length === 0
    ? null
    : speaker.list(procedures.map((one) => saidOr(speaker, { key: `procedure.${one}`, values: {} }, () => shown(one, 100))));

/** A check as it may be shown to anybody: what it said, and on which day. */
export const keptCheckScreen = (
  { customer, who, on, items, buttons }: CheckToShow,
  speaker: Speaker,
): ScreenData<'check-eligibility/kept'> => {
  const { say, date } = speaker;
  const more = items.length - MOST_ROWS;
  return {
    customer: shown(customer, 200),
    lead: checkedBy({ who, on }, speaker),
    rows: items.slice(0, MOST_ROWS).map((item) => ({
      name: nameIn(item, speaker),
      support: { word: say(`verdict.${item.support}`), tone: verdictTone(item.support) },
      move: { word: say(`verdict.${item.move}`), tone: verdictTone(item.move) },
      way: waysInWords(item.procedures, speaker),
      until: item.deadline === null ? null : say('check.until', { day: date(item.deadline) }),
    })),
    more: more > 0 ? say('check.andMore', { count: more }) : null,
    buttons,
  };
};
