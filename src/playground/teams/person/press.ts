import { invokeAnswerOf } from '../answers.ts';
import type { InvokeAnswer } from '../answers.ts';
import { activityOf } from '../activity.ts';
import { buttonIn, titleOf } from '../card/buttons.ts';
import type { Wanted } from '../card/buttons.ts';
import { isPart, wordIn } from '../card/card.ts';
import type { Card } from '../card/card.ts';
import { filledIn } from '../card/inputs.ts';
import type { FieldProblem, Inputs } from '../card/inputs.ts';
import { noteIn } from '../transcript.ts';
import type { Message } from '../world.ts';
import { invoked } from './line.ts';
import type { Standing } from './line.ts';
import { cardFor, keepView } from './views.ts';

export type Pressed =
  | InvokeAnswer
  /** The program itself objects, under the fields. */
  | { readonly kind: 'not-sent'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'sent'; readonly status: number | null };

const WRONG = 'Something went wrong. Please try again.';

/** What the person sees of the answer. */
export const shown = (at: Standing, message: Message, answer: InvokeAnswer, because: 'pressed' | 'opened'): InvokeAnswer => {
  const { world, chat, person } = at;
  const about = { chat, message, onlyFor: person };
  if (answer.kind === 'card') {
    keepView(world, message, person, answer.card);
    noteIn(world, about, { kind: 'saw', card: answer.card, because });
  } else if (because === 'pressed') {
    const text = answer.kind === 'wrong' ? WRONG : answer.text;
    noteIn(world, about, { kind: 'banner', tone: answer.kind === 'message' ? 'good' : 'bad', text });
  }
  return answer;
};

const dataOf = ({ data }: Card): Card => (isPart(data) ? data : {});

export const actionOf = (button: Card, values: Readonly<Record<string, string>>) => ({
  type: 'Action.Execute',
  ...(wordIn(button.id) !== '' && { id: button.id }),
  verb: wordIn(button.verb),
  data: { ...dataOf(button), ...values },
});

const execute = async (
  at: Standing,
  message: Message,
  button: Card,
  values: Readonly<Record<string, string>>,
): Promise<Pressed> => {
  noteIn(at.world, { chat: at.chat, message, who: at.person }, { kind: 'pressed', button: titleOf(button), inputs: values });
  const value = { action: actionOf(button, values), trigger: 'manual' };
  return shown(at, message, invokeAnswerOf(await invoked(at, 'adaptiveCard/action', { replyToId: message.id, value })), 'pressed');
};

/** As programs do that do not know better: a message with data, and no words. */
const submitted = async (
  at: Standing,
  message: Message,
  button: Card,
  values: Readonly<Record<string, string>>,
): Promise<Pressed> => {
  const { world, chat, person, line } = at;
  noteIn(world, { chat, message, who: person }, { kind: 'submitted', button: titleOf(button), inputs: values });
  const value = { ...dataOf(button), ...values };
  const what = { type: 'message', id: world.nextId(), replyToId: message.id, value };
  const answered = chat.hasBot ? await line.message(activityOf(at, what)) : null;
  return { kind: 'sent', status: answered?.status ?? null };
};

const valuesFor = (card: Card, button: Card, inputs: Inputs): ReturnType<typeof filledIn> =>
  button.associatedInputs === 'none' ? { values: {}, problems: [] } : filledIn(card, inputs);

/** A press on a button of the card, as this person sees it. */
export const press = async (at: Standing, message: Message, wanted: Wanted, inputs: Inputs): Promise<Pressed> => {
  const card = cardFor(message, at.person);
  const button = buttonIn(card, wanted);
  if (button.type === 'Action.OpenUrl') return { kind: 'link', url: wordIn(button.url) };
  const { values, problems } = valuesFor(card, button, inputs);
  if (problems.length > 0) return { kind: 'not-sent', problems };
  return (button.type === 'Action.Submit' ? submitted : execute)(at, message, button, values);
};

/** The same press from an old program, which only knows what the button falls back to. */
export const submit = async (at: Standing, message: Message, wanted: Wanted, inputs: Inputs): Promise<Pressed> => {
  const card = cardFor(message, at.person);
  const button = buttonIn(card, wanted);
  const fallback = button.type === 'Action.Submit' ? button : button.fallback;
  if (!isPart(fallback) || fallback.type !== 'Action.Submit') throw new Error(`“${titleOf(button)}” does nothing in old programs.`);
  const { values, problems } = valuesFor(card, fallback, inputs);
  if (problems.length > 0) return { kind: 'not-sent', problems };
  return submitted(at, message, { title: button.title, ...fallback }, values);
};
