import type { Button, Question } from '../../cards/screens.ts';
import { plain } from '../../languages/speak.ts';
import type { Shown } from '../show.ts';
import { PAGE } from '../../wizards/filled.ts';
import type { Drawing, Filled } from './journey.ts';

/** Which turn of which page a card shows. */
export const stampOf = ({ page, turns }: Filled): string => `${page}-${turns}`;

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
  const { journey, filling, steps, speaker } = drawing;
  const name = plain(filling.customer?.name ?? '');
  return {
    title: speaker.sayKey(`wizard.page.${journey}.${filling.page}`),
    customer: name === '' ? null : name,
    step: speaker.say('wizard.step', { ...steps }),
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

/** A page that is nothing but questions. `ways`: how else one gets to know the answers. */
export const questionsPage = (
  drawing: Drawing,
  questions: readonly Question[],
  lead: string | null = null,
  ways: readonly Button[] = [],
): Shown => ({
  screen: 'wizard/questions',
  data: { ...frame(drawing, [next(drawing), ...ways]), lead, questions: [...questions] },
});
