import { sha256 } from '../cases/digest.ts';
import type { Carrier, Errand, LookedUp, Mailed, Mailing, Outcome, Post } from '../ports.ts';
import { asHtml } from './as-html.ts';
import type { Letter } from './blocks.ts';
import { letterFor } from './compose.ts';
import { emlOf } from './eml.ts';
import { createGuard, refused } from './guard.ts';
import type { GuardMeans, SendLetter } from './guard.ts';
import { createLettersPosted } from './letters-posted.ts';
import type { Posted } from './letters-posted.ts';
import { asText } from './plain-text.ts';

interface Means extends GuardMeans {
  /** Who takes letters from us. */
  readonly post: Post;
  /** Our address, from which they come. */
  readonly from: string;
}

type Errands = Errand<SendLetter>;
type Done = Extract<Outcome, { kind: 'done' }>;

/** More copies than this nobody gets, however often the answer is lost. */
const MOST_COPIES = 3;

const noPage = refused('no-answers-page', 'There is no page on which the customer could answer.');

/** What the case waits for; whatever else there is nothing to tell of any more simply is not sent. */
const whyNotWritten = ({ effect, case: current }: Errand<SendLetter>): Outcome => {
  if (effect.letter === 'invitation') return refused('no-invitation', 'Nobody is invited any more.');
  if (effect.letter === 'questions') return noPage;
  const isAsked = current.kind === 'customer-inquiry' && current.status === 'awaiting-customer';
  return isAsked && current.pausedUntil === null ? noPage : { kind: 'done' };
};

/** Writes letters as their cases stand, looks at them once more, and hands them over: each once, as far as anybody can know. */
export const createLetterCarrier = ({ store, post, from, ...means }: Means): Carrier<SendLetter> => {
  const posted = createLettersPosted(store);
  const whyNot = createGuard({ store, ...means });
  const [, ourDomain = 'localhost'] = from.split('@');

  /** The key is the same at every attempt, and so is the id: programs that receive a message twice know it again. */
  const messageOf = ({ key, effect, case: { id, customer } }: Errands): Omit<Mailing, 'eml'> => ({
    from,
    to: customer.contact ?? '',
    messageId: `<${sha256(key).slice(0, 32)}@${ourDomain}>`,
    about: `${id} ${effect.letter}`,
  });

  const done = ({ effect }: Errands, messageId: string): Done => ({
    kind: 'done',
    report: { name: 'record-letter-sent', letter: effect.letter, messageId },
  });

  const emlFor = ({ case: current, now }: Errands, letter: Letter, { messageId, to }: Omit<Mailing, 'eml'>): string =>
    emlOf({
      messageId,
      date: now,
      from: { name: means.senders(current.cloud)?.name ?? '', address: from },
      to: { name: current.customer.name, address: to },
      subject: letter.subject,
      language: letter.language,
      text: asText(letter),
      html: asHtml(letter),
    });

  /** Noted before and after, so that a crash in between leaves a doubt and no gap. */
  const handedOver = async (errand: Errands, mailing: Mailing, before: Posted): Promise<Outcome> => {
    const { messageId } = mailing;
    await posted.keep(messageId, { ...before, doubts: before.doubts + 1 });
    const mailed: Mailed = await post.send(mailing, errand.now);
    if (mailed.kind === 'unknown') return mailed;
    await posted.keep(messageId, { ...before, isSent: mailed.kind === 'sent' });
    return mailed.kind === 'sent' ? done(errand, messageId) : mailed;
  };

  return {
    carryOut: async (errand) => {
      const { case: current, effect } = errand;
      const message = messageOf(errand);
      const before = (await posted.find(message.messageId)) ?? {
        caseId: current.id,
        letter: effect.letter,
        isSent: false,
        doubts: 0,
      };
      if (before.isSent) return done(errand, message.messageId);
      if (before.doubts >= MOST_COPIES)
        return refused(
          'unknown-outcome',
          `Handed over ${MOST_COPIES} times, and the answer was lost each time: it may have arrived.`,
        );
      if (means.senders(current.cloud) === null) return refused('no-account', `We have no account in the cloud ${current.cloud}.`);
      const letter = letterFor(effect.letter, current, means);
      // What it was to tell is not so any more.
      if (letter === null) return whyNotWritten(errand);
      const problem = await whyNot(current, effect.letter, letter);
      if (problem !== null) return problem;
      return handedOver(errand, { ...message, eml: emlFor(errand, letter, message) }, before);
    },
    /** Where nobody can tell what was taken it counts as absent: the same message goes out once more, under the same id. */
    lookUp: async (errand): Promise<LookedUp> => {
      const message = messageOf(errand);
      if ((await posted.find(message.messageId))?.isSent) return done(errand, message.messageId);
      const found = (await post.lookUp?.(message, errand.now)) ?? { kind: 'absent' };
      return found.kind === 'sent' ? done(errand, message.messageId) : found;
    },
  };
};
