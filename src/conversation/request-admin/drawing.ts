import type { Person } from '../../cases/people.ts';
import type { Button, Question } from '../../cards/screens.ts';
import type { Speaker } from '../../languages/speak.ts';
import { plain } from '../../languages/speak.ts';
import { PAGE } from '../../wizards/filled.ts';
import type { Problems } from '../../wizards/filled.ts';
import { stepsOf } from '../../wizards/request-admin.ts';
import type { Filling } from '../../wizards/request-admin/filling.ts';
import type { Reading } from '../../wizards/request-admin/review.ts';

/** All that a page is drawn from. */
export interface Drawing {
  readonly id: string;
  readonly filling: Filling;
  readonly reading: Reading;
  readonly problems: Problems;
  readonly person: Person;
  readonly speaker: Speaker;
  /** Whether the letter is to be seen. */
  readonly isLooking?: boolean;
}

/** Which turn of which page a card shows. */
export const stampOf = ({ page, turns }: Filling): string => `${page}-${turns}`;

export const problemOf = ({ problems, speaker }: Drawing, input: string): string | null => {
  const said = Object.hasOwn(problems, input) ? problems[input] : undefined;
  return said === undefined ? null : speaker.sayKey(said.key, said.values);
};

/** One of our buttons; forward and back send along what was filled in. */
export const button = ({ id, filling }: Pick<Drawing, 'id' | 'filling'>, title: string, more: Partial<Button>): Button => ({
  title,
  verb: 'page',
  id,
  seen: stampOf(filling),
  tone: 'default',
  asks: false,
  ...more,
});

const backAndCancel = (drawing: Drawing): Button[] => {
  const { say } = drawing.speaker;
  const back = button(drawing, say('wizard.back'), { verb: 'back', asks: true });
  const cancel = button(drawing, say('wizard.cancel'), { verb: 'cancel', tone: 'destructive' });
  return drawing.filling.path.length > 0 ? [back, cancel] : [cancel];
};

/** What all pages have in common. */
export const frame = (drawing: Drawing, forward: readonly Button[]) => {
  const { filling, reading, speaker } = drawing;
  const name = plain(filling.customer?.name ?? '');
  return {
    customer: name === '' ? null : name,
    step: speaker.say('wizard.step', { ...stepsOf(filling, reading) }),
    problem: problemOf(drawing, PAGE),
    buttons: [...forward, ...backAndCancel(drawing)],
  };
};

export const next = (drawing: Drawing): Button =>
  button(drawing, drawing.speaker.say('wizard.next'), { tone: 'positive', asks: true });

type Asked<Q> = Q extends Question ? Omit<Q, 'label' | 'problem' | 'hint'> & { readonly hint?: string | null } : never;

/** A question with what is wrong with its answer beside it. */
export const question = (drawing: Drawing, label: string, asked: Asked<Question>): Question => ({
  ...asked,
  hint: asked.hint ?? null,
  label,
  problem: problemOf(drawing, asked.id),
});
