import { dayOf } from '../cases/time.ts';
import type { Speaker } from '../languages/speak.ts';
import type { Read } from './answers.ts';
import { answersForm, inWords, questions } from './answers-form.ts';
import type { Invited } from './invited.ts';
import { el, paragraph, rows } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Sheet } from './sheet.ts';

export interface Opened {
  readonly code: string;
  readonly invited: Invited;
  /** What our own company is called there. */
  readonly partner: string;
  /** The case has moved on, or the time is over: what was answered stays as it is. */
  readonly isClosed: boolean;
}

const FIELDS = ['what', 'boughtFrom', 'term', 'partnerName', 'partnerPlace', 'wish', 'wishDay'] as const;

const answeredRows = ({ invited: { given } }: Opened, speaker: Speaker): Markup[] => {
  if (given === null) return [];
  const { say, date } = speaker;
  const told = FIELDS.map((field) => [say(questions[field]), inWords(given.answers, field, speaker) || '–'] as const);
  return [el('p', { class: 'state', role: 'status' }, say('answers.answered', { day: date(dayOf(given.at)) })), rows(told)];
};

const typedBefore = ({ invited: { given, about } }: Opened): ReadonlyMap<string, string> =>
  new Map(Object.entries(given?.answers ?? { what: about }));

const titled = (status: number, { code }: Opened, title: string, body: Sheet['body']): Sheet => ({
  status,
  path: `/answers/${code}`,
  title,
  body,
});

const formOf = (opened: Opened, speaker: Speaker, read: Read | null): Markup[] => {
  const isWrong = read?.kind === 'wrong';
  const filling = { speaker, typed: isWrong ? read.typed : typedBefore(opened), wrong: isWrong ? read.fields : new Set<never>() };
  const send = speaker.say(opened.invited.given === null ? 'answers.send' : 'answers.correct');
  return [
    ...(isWrong ? [el('p', { class: 'state', role: 'alert' }, speaker.say('answers.wrong'))] : []),
    answersForm(filling, opened.code, send),
  ];
};

/** What is asked, what has been answered, and, as long as it may be, the questions once more. */
export const answersSheet = (opened: Opened, speaker: Speaker, read: Read | null = null): Sheet => {
  const { say } = speaker;
  const { invited, partner, isClosed } = opened;
  if (isClosed) {
    const body = [paragraph(say('answers.closed', { partner })), ...answeredRows(opened, speaker)];
    return titled(200, opened, say('answers.title', { partner }), body);
  }
  const asker = invited.asker.trim() === '' ? partner : invited.asker;
  const lead = [
    paragraph(say('answers.lead', { asker, partner, customer: invited.customer.name })),
    paragraph(say('answers.nothing', { partner })),
  ];
  const body = [...lead, ...answeredRows(opened, speaker), ...formOf(opened, speaker, read)];
  return titled(read?.kind === 'wrong' ? 422 : 200, opened, say('answers.title', { partner }), body);
};

/** Nobody can say whether it was kept, or it was not: to be sent again, with what was typed still there. */
export const againSheet = (opened: Opened, speaker: Speaker, typed: ReadonlyMap<string, string>): Sheet => ({
  ...titled(503, opened, speaker.say('answers.again'), [
    paragraph(speaker.say('answers.again.text')),
    answersForm({ speaker, typed, wrong: new Set() }, opened.code, speaker.say('answers.send')),
  ]),
});
