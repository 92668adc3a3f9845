import * as z from 'zod';
import { CaseId } from '../cases/ids.ts';
import { unseal, unsealedAt } from '../cases/history.ts';
import type { Door } from '../http/server.ts';
import { speakerOf } from '../languages/catalogues.ts';
import type { Senders } from '../letters/words.ts';
import type { Store } from '../ports.ts';
import { formSheet, unknownSheet, waitSheet } from './asking-sheets.ts';
import type { Codes } from './codes.ts';
import { letterCodeOf } from './letter-code.ts';
import { letterSheet } from './letter-page.ts';
import type { Genuine } from './letter-page.ts';
import { sheetOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { readCode } from './spelling.ts';
import type { Turnstile } from './turnstile.ts';
import { visitOf } from './visit.ts';
import type { Visit } from './visit.ts';

interface Means {
  readonly store: Pick<Store, 'case' | 'history'>;
  readonly codes: Codes;
  readonly turnstile: Turnstile;
  readonly senders: Senders;
}

const MOST_BYTES = 8192;
const PATH = '/letter';
const Kept = z.object({ caseId: CaseId });

/** The page on which a letter's code tells whether the letter is ours: `/letter`, and `/letter/CODE`. */
export const letterDoors = ({ store, codes, turnstile, senders }: Means): readonly Door[] => {
  const genuineOf = async (typed: string): Promise<Genuine | null> => {
    const note = await codes.find('letter', typed);
    if (note === null) return null;
    const { caseId } = Kept.parse(note.value);
    const kept = await store.case(caseId);
    const sender = kept && senders(kept.case.cloud);
    if (!kept || !sender) return null;
    const history = await store.history(caseId);
    const sent = history.filter((sealed) => unseal(sealed).type === 'letter-sent');
    return { code: letterCodeOf(codes, kept.case), current: kept.case, sender, sentAt: sent.map(unsealedAt) };
  };

  const sheetFor = async ({ isPosted, rest, form, language, from }: Visit): Promise<Sheet> => {
    const speaker = speakerOf(language);
    const wait = turnstile.waitOf(from);
    if (wait !== null) return waitSheet(speaker, PATH, wait);
    const typed = isPosted ? (form.get('code') ?? '') : rest;
    if (!isPosted && typed === '') return formSheet(speaker, PATH);
    const genuine = await genuineOf(typed);
    return genuine === null ? unknownSheet(speaker, readCode(typed).kind === 'slip', PATH) : letterSheet(genuine, speaker);
  };

  const open: Door['open'] = async (asked) => {
    const visit = visitOf(asked);
    return sheetOf(await sheetFor(visit), speakerOf(visit.language));
  };
  return [PATH, `${PATH}/:code`].map((path) => ({ path, mostBytes: MOST_BYTES, isForPeople: true, open }));
};
