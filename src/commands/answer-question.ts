import * as z from 'zod';
import { Proposal as AdminProposal } from '../cases/admin-relationship/case.ts';
import { Words } from '../cases/asking/events.ts';
import { Proposal as AzureProposal } from '../cases/azure-switch/case.ts';
import type { Case } from '../cases/case.ts';
import { canonical } from '../cases/digest.ts';
import { refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { asksFor, questionAbout, whyNotToOpen } from './request-admin.ts';
import { isTheirs, notNow } from './rights.ts';

/** Answers what was asked, with the proposal changed where the answer changes it. */
const shape = byPerson('answer-question', {
  ...ofCase,
  words: Words,
  proposal: z.union([AdminProposal, AzureProposal]).nullable(),
});
type AnswerQuestion = z.infer<typeof shape>;

/** What it is about: another case knows its own relationship better than whoever answers. */
const subjectOf = (proposal: Case['proposal']): unknown[] =>
  'of' in proposal && proposal.of !== null
    ? [proposal.of, proposal.relationshipId, 'endsAt' in proposal ? proposal.endsAt : null]
    : [];

const endOf = (proposal: Case['proposal']): string | null => (proposal.wants === 'end' ? proposal.what : null);

/** The same kind of wish about the same thing: an answer may change how, and not what. */
const isSameWish = (one: Case['proposal'], other: Case['proposal']): boolean =>
  one.wants === other.wants && endOf(one) === endOf(other) && canonical(subjectOf(one)) === canonical(subjectOf(other));

const proposalAfter = ({ proposal }: AnswerQuestion, current: Case): Case['proposal'] => proposal ?? current.proposal;

export const answerQuestion = moving({
  shape,
  propose: ({ command }, current) => {
    if (current.status !== 'sent-back') return notNow(current);
    if (!isTheirs(command.actor, current)) return refused('not-yours');
    const proposal = proposalAfter(command, current);
    if (!isSameWish(proposal, current.proposal)) return refused('other-wish');
    return { question: questionAbout({ ...current, proposal }, current.id, command.actor) };
  },
  accept: ({ command, now }, current, judged) => {
    const proposal = proposalAfter(command, current);
    const { actor, words } = command;
    const answered = {
      type: 'question-answered',
      at: now,
      actor,
      words,
      asks: asksFor({ ...current, proposal }, current.id),
      ...judged,
    } as const;
    return whyNotToOpen(judged) ?? [{ ...answered, proposal: proposal as never }];
  },
});
