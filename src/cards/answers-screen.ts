import type { Case } from '../cases/case.ts';
import type { Speaker } from '../languages/speak.ts';
import { customerToldLines } from './case-told.ts';
import { wayButtons } from './inquiry-ways.ts';
import type { TypedWay } from './inquiry-ways.ts';
import type { ScreenData } from './screens.ts';
import { shown } from './shown.ts';

interface Answers {
  readonly current: Case;
  readonly typed: TypedWay;
  readonly speaker: Speaker;
}

/** News for whoever has asked: what the customer has answered, and what can be done with it. */
export const answersScreen = ({ current, typed, speaker }: Answers): ScreenData<'notice'> => {
  const { say } = speaker;
  const open = say('wizard.openCase', { id: current.id });
  return {
    title: say('case.answers.title', { customer: shown(current.customer.name, 200) }),
    tone: 'good',
    lines: [...customerToldLines(current, speaker), say('case.answers.unchecked')],
    facts: [],
    buttons: [
      ...wayButtons(current, typed, speaker),
      { title: open, verb: 'view', id: current.id, seen: '', tone: 'default', asks: false },
    ],
  };
};
