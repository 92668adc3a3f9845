import { heading, list, listed, text } from './blocks.ts';
import type { Block } from './blocks.ts';
import { checkBlocks, closing, day } from './every-letter.ts';
import { dueRows } from './switch-steps.ts';
import { otherOf, subjectLines, wayFor } from './switch-way.ts';
import type { SwitchOccasion, Way } from './switch-way.ts';

/** Where the same subscription goes on, with whoever had a role in it. */
const keepsRoles = (way: Way): boolean => way === 'transfer-azure' || way === 'paper';
const isAboutLicences = (way: Way): boolean => way === 'transfer-licences' || way === 'new-licences';

const removeBlocks = ({ plan, voice }: SwitchOccasion): Block[] => {
  const { say } = voice;
  return listed(say('letter.after.heading.remove'), [
    say('letter.after.remove.open'),
    say('letter.after.remove.look', { other: otherOf(plan, voice) }),
    say('letter.after.remove.delete'),
  ]);
};

const grantBlocks = ({ voice: { say } }: SwitchOccasion): Block[] =>
  listed(say('letter.after.heading.grant'), [say('letter.after.grant.agree'), say('letter.after.grant.assign')]);

const lookBlocks = ({ plan, voice: { say } }: SwitchOccasion): Block[] => {
  const way = wayFor(plan);
  return listed(say('letter.after.heading.look'), [
    ...(keepsRoles(way) ? [say('letter.after.look.ids')] : []),
    ...(isAboutLicences(way)
      ? [say('letter.after.look.seats')]
      : [say('letter.after.look.roles'), say('letter.after.look.settings')]),
    say('letter.after.look.bill'),
  ]);
};

const itemBlocks = (occasion: SwitchOccasion): Block[] => {
  const rows = occasion.current.status === 'handing-over' ? dueRows(occasion.current.items, occasion) : [];
  return rows.length === 0 ? [] : [heading(occasion.voice.say('letter.switch.heading.steps')), { kind: 'table', rows }];
};

/** Null unless it has moved. */
export const afterSwitchBlocks = (occasion: SwitchOccasion): Block[] | null => {
  const { current, plan, words, voice } = occasion;
  const { say } = voice;
  if (current.status !== 'handing-over') return null;
  const way = wayFor(plan);
  return [
    text(say('letter.greeting')),
    text(say('letter.after.text', { day: day(current.movedAt) })),
    list(...subjectLines(plan, voice)),
    ...(keepsRoles(way) ? [text(say('letter.after.roles'))] : []),
    ...(isAboutLicences(way) ? [] : [...removeBlocks(occasion), ...grantBlocks(occasion)]),
    ...lookBlocks(occasion),
    ...itemBlocks(occasion),
    ...checkBlocks(words, current.id, voice),
    ...closing(current.id, voice),
  ];
};
