import type { Item } from '../cases/checklist.ts';
import { itemsFor } from '../cases/azure-switch/checklists.ts';
import { heading, text } from './blocks.ts';
import type { Block, Row } from './blocks.ts';
import { dayText } from './every-letter.ts';
import { otherOf } from './switch-way.ts';
import type { SwitchOccasion } from './switch-way.ts';
import type { Voice } from './voice.ts';

const stages = ['before', 'other', 'move', 'after'] as const;
type Stage = (typeof stages)[number];

const titles = {
  before: 'letter.switch.stage.before',
  other: 'letter.switch.stage.other',
  move: 'letter.switch.stage.move',
  after: 'letter.switch.stage.after',
} as const satisfies Record<Stage, string>;

/** Of what we do, what is said to ourselves in words that no customer should read. */
const ours: Readonly<Record<string, Parameters<Voice['say']>[0]>> = {
  'relationship-in-place': 'letter.step.relationship-in-place',
  'azure-plan-bought': 'letter.step.azure-plan-bought',
};

/** What customers do is told as they do it, and what others do as it will be when it is done. */
const taskOf = (code: string, owner: Item['owner'], { voice }: SwitchOccasion): string => {
  if (owner === 'customer') return voice.sayKey(`item.${code}.how`);
  const sentence = ours[code];
  return sentence === undefined ? voice.sayKey(`item.${code}`) : voice.say(sentence);
};

const whoOf = (owner: Item['owner'], { plan, words, voice }: SwitchOccasion) =>
  ({ we: words.from.name, customer: words.customer.name, 'other-partner': otherOf(plan, voice) })[owner];

/** What is still to be done, by its day. */
export const dueRows = (items: readonly Item[], occasion: SwitchOccasion): Row[] =>
  items
    .filter(({ done }) => done === null)
    .map(({ code, owner, dueOn }) => ({
      term: occasion.voice.say('letter.switch.by', { who: whoOf(owner, occasion), day: dayText(dueOn) }),
      text: taskOf(code, owner, occasion),
    }));

/** Of a stage that has not begun nobody knows the days yet, only how many there are. */
const laterRows = (stage: Stage, occasion: SwitchOccasion): Row[] =>
  itemsFor(stage, occasion.plan).map(([code, owner, days]) => ({
    term: occasion.voice.say('letter.switch.within', { who: whoOf(owner, occasion), days }),
    text: taskOf(code, owner, occasion),
  }));

const rowsOf = (stage: Stage, occasion: SwitchOccasion): Row[] => {
  const { current } = occasion;
  return stage === 'before' && current.status === 'preparing' ? dueRows(current.items, occasion) : laterRows(stage, occasion);
};

/** Who does what, and when, from the first step to the last. */
export const stepBlocks = (occasion: SwitchOccasion): Block[] => [
  heading(occasion.voice.say('letter.switch.heading.steps')),
  ...stages.flatMap((stage): Block[] => {
    const rows = rowsOf(stage, occasion);
    return rows.length === 0 ? [] : [text(occasion.voice.say(titles[stage])), { kind: 'table', rows }];
  }),
];
