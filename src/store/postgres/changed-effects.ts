import type { Change, Settlement } from '../../ports.ts';
import { guarded } from './statement.ts';
import type { Statement } from './statement.ts';

const settled = (settlement: Settlement): Statement => {
  const { id, claim } = settlement;
  const held = `where id = $1 and claim = $2 and state = 'claimed'`;
  switch (settlement.as) {
    case 'done':
      return guarded('fenced', `delete from handshake_effects ${held}`, [id, claim]);
    case 'again': {
      const { dueAt, failures, isUncertain, trouble } = settlement;
      return guarded(
        'fenced',
        `update handshake_effects
         set state = 'waiting', turn = $3, due_at = $4, failures = $5, is_uncertain = $6, trouble = $7 ${held}`,
        // What may have happened is found out before anything else of its lane.
        [id, claim, isUncertain && failures > 0 ? 1 : 2, dueAt, failures, isUncertain, trouble],
      );
    }
    case 'given-up':
      return guarded('fenced', `update handshake_effects set state = 'given-up', turn = 3, trouble = $3 ${held}`, [
        id,
        claim,
        settlement.trouble,
      ]);
  }
};

/** What becomes of the effects that are there already. */
export const changedEffects = ({ settles, revives, closes, hastens }: Change): Statement[] => [
  ...(settles ? [settled(settles)] : []),
  ...(revives
    ? [
        guarded(
          'conflict',
          `update handshake_effects set state = 'waiting', turn = 2, due_at = $2, failures = 0, trouble = null
           where id = $1 and state = 'given-up'`,
          [revives.id, revives.dueAt],
        ),
      ]
    : []),
  ...(closes ? [guarded('conflict', `delete from handshake_effects where id = $1 and state = 'given-up'`, [closes.id])] : []),
  ...(hastens
    ? [
        guarded('conflict', `update handshake_effects set due_at = least(due_at, $2) where id = $1 and state = 'waiting'`, [
          hastens.id,
          hastens.dueAt,
        ]),
      ]
    : []),
];
