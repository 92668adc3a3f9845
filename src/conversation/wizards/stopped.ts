import type { Button } from '../../cards/screens.ts';
import type { Wish } from '../intent.ts';
import { typed } from '../grammar/typed.ts';
import { saidOr } from '../../cards/shown.ts';
import type { Stopped } from '../../wizards/running.ts';
import type { Shown } from '../show.ts';
import { button } from './drawing.ts';
import type { Drawing } from './journey.ts';

const wayButton = (drawing: Drawing, { customer }: Stopped, wants: Wish): Button[] => {
  if (customer === null) return [];
  const { speaker } = drawing;
  const id = typed({ wants, customer: customer.domain ?? customer.tenant ?? customer.name }, speaker.language);
  return [button(drawing, speaker.sayKey(`command.${wants}.title`), { verb: 'say', id, seen: '' })];
};

const caseButton = (drawing: Drawing, { case: id }: Stopped): Button[] =>
  id === null ? [] : [button(drawing, drawing.speaker.say('wizard.openCase', { id }), { verb: 'view', id, seen: '' })];

/** Why it goes no further, and the legal way on. */
export const drawStopped = (drawing: Drawing, stopped: Stopped, ways: readonly Wish[]): Shown => {
  const { journey, speaker, filling } = drawing;
  const back = filling.path.length > 0 ? [button(drawing, speaker.say('wizard.anotherCustomer'), { verb: 'back' })] : [];
  return {
    screen: 'notice',
    data: {
      title: speaker.sayKey(journey === 'hand-out' ? 'command.cases.title' : `command.${journey}.title`),
      tone: 'default',
      lines: [saidOr(speaker, stopped.why, () => speaker.say('talk.not-decidable'))],
      facts: [],
      buttons: [...ways.flatMap((wants) => wayButton(drawing, stopped, wants)), ...caseButton(drawing, stopped), ...back],
    },
  };
};
