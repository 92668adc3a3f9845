import { heading, text } from './blocks.ts';
import type { Block } from './blocks.ts';
import { needsOther, otherOf, subjectLines, wayFor } from './switch-way.ts';
import type { SwitchOccasion } from './switch-way.ts';

/** What the present partner is asked for: two procedures, two different acts. */
const asked = ({ plan, voice: { say } }: SwitchOccasion): string[] =>
  wayFor(plan) === 'paper'
    ? [say('letter.draft.paper')]
    : [say('letter.draft.transfer'), ...(plan.otherPartner?.tenant ? [] : [say('letter.draft.identity')])];

/** The customer’s own letter to the present partner, ready to be sent; empty where that partner need not be asked. */
export const draftBlocks = (occasion: SwitchOccasion): Block[] => {
  const { plan, voice } = occasion;
  const { say } = voice;
  if (!needsOther(plan)) return [];
  const lines = [
    say('letter.draft.to', { other: otherOf(plan, voice) }),
    say('letter.draft.subject'),
    say('letter.draft.wish'),
    ...subjectLines(plan, voice),
    ...asked(occasion),
    say('letter.draft.history'),
    say('letter.draft.signature'),
  ];
  return [heading(say('letter.heading.draft')), text(say('letter.draft.hint')), { kind: 'draft', lines }];
};
