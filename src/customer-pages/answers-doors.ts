import { canonical } from '../cases/digest.ts';
import { dayOf } from '../cases/time.ts';
import type { Handle } from '../commands/handle.ts';
import { hearsAnswers } from '../commands/record-customer-answers.ts';
import type { Door } from '../http/server.ts';
import { speakerOf } from '../languages/catalogues.ts';
import type { Senders } from '../letters/words.ts';
import type { Clock, Note, Store } from '../ports.ts';
import { formSheet, unknownSheet, waitSheet } from './asking-sheets.ts';
import { readAnswers, toldOf } from './answers.ts';
import type { Answers } from './answers.ts';
import { againSheet, answersSheet } from './answers-sheets.ts';
import type { Opened } from './answers-sheets.ts';
import { readCode } from './spelling.ts';
import type { Codes } from './codes.ts';
import { Invited } from './invited.ts';
import { sheetOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import type { Turnstile } from './turnstile.ts';
import { visitOf } from './visit.ts';
import type { Visit } from './visit.ts';

interface Means {
  readonly store: Pick<Store, 'case' | 'commit'>;
  readonly clock: Clock;
  readonly codes: Codes;
  readonly turnstile: Turnstile;
  readonly senders: Senders;
  readonly handle: Handle;
  /** So that nobody asks the customer again; `id` is the same for whatever is answered on one page. */
  readonly remember: (invited: Invited, id: string, answers: Answers) => Promise<void>;
}

const MOST_BYTES = 16_384;
const PATH = '/answers';

const isGiven = ({ given }: Invited, answers: Answers): boolean =>
  given !== null && canonical(given.answers) === canonical(answers);

/** One page on which a customer answers what only the customer knows: `/answers/CODE`, sent to `/answers`. */
export const answersDoors = (means: Means): readonly Door[] => {
  const { store, clock, codes, turnstile, senders, handle, remember } = means;

  /** While a customer is waited for, the case says until when. */
  const isClosed = async ({ caseId, until }: Invited): Promise<boolean> => {
    if (caseId === null) return clock.now() >= until;
    const current = (await store.case(caseId))?.case ?? null;
    if (current === null || !hearsAnswers(current)) return true;
    const isAsked = current.kind === 'customer-inquiry' && current.status === 'awaiting-customer';
    return clock.now() >= (isAsked ? current.lapsesAt : until);
  };

  const openedBy = async (typed: string): Promise<(Opened & { readonly note: Note }) | null> => {
    const note = await codes.find('answers', typed);
    const read = readCode(typed);
    if (note === null || read.kind !== 'code') return null;
    const invited = Invited.parse(note.value);
    const sender = senders(invited.cloud);
    return sender && { note, code: read.code, invited, partner: sender.name, isClosed: await isClosed(invited) };
  };

  /** The case hears of it first: where it has moved on, nothing of it is kept. */
  const recorded = async ({ note, invited: { caseId } }: Opened & { note: Note }, answers: Answers): Promise<boolean> => {
    if (caseId === null) return true;
    const key = `${note.key}/${note.version}`;
    const handled = await handle({ name: 'record-customer-answers', key, actor: 'watch', caseId, told: toldOf(answers) });
    return handled.kind === 'done';
  };

  const kept = async (opened: Opened & { note: Note }, answers: Answers): Promise<boolean> => {
    const { note, invited } = opened;
    if (isGiven(invited, answers)) return true;
    if (!(await recorded(opened, answers))) return false;
    await remember(invited, note.key, answers);
    const given = { answers, at: clock.now(), times: (invited.given?.times ?? 0) + 1 };
    const committed = await store.commit({ notes: [{ key: note.key, expected: note.version, value: { ...invited, given } }] });
    return committed === 'kept';
  };

  const sent = async (opened: Opened & { note: Note }, visit: Visit): Promise<Sheet> => {
    const speaker = speakerOf(visit.language);
    if (opened.isClosed) return answersSheet(opened, speaker);
    const read = readAnswers(visit.form, dayOf(clock.now()));
    if (read.kind === 'wrong') return answersSheet(opened, speaker, read);
    const isKept = await kept(opened, read.answers);
    const now = (await openedBy(opened.code)) ?? opened;
    // Who presses twice is told twice that it is there.
    return isKept || now.isClosed || isGiven(now.invited, read.answers)
      ? answersSheet(now, speaker)
      : againSheet(now, speaker, visit.form);
  };

  const sheetFor = async (visit: Visit): Promise<Sheet> => {
    const { isPosted, rest, form, language, from } = visit;
    const speaker = speakerOf(language);
    const wait = turnstile.waitOf(from);
    if (wait !== null) return waitSheet(speaker, PATH, wait);
    const typed = isPosted ? (form.get('code') ?? '') : rest;
    if (!isPosted && typed === '') return formSheet(speaker, PATH);
    const opened = await openedBy(typed);
    if (opened === null) return unknownSheet(speaker, readCode(typed).kind === 'slip', PATH);
    // With nothing but the code in it, it comes from where the code was typed.
    return isPosted && form.has('what') ? sent(opened, visit) : answersSheet(opened, speaker);
  };

  const open: Door['open'] = async (asked) => {
    const visit = visitOf(asked);
    return sheetOf(await sheetFor(visit), speakerOf(visit.language));
  };
  return [PATH, `${PATH}/:code`].map((path) => ({ path, mostBytes: MOST_BYTES, isForPeople: true, open }));
};
