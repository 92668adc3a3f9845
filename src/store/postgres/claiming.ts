import type { Instant } from '../../cases/time.ts';
import type { Statement } from './statement.ts';

/** Nothing of its lane comes before it. */
const isFirst = `not exists (
  select 1 from handshake_effects as before
  where before.case_id = effect.case_id and before.lane = effect.lane and before.state <> 'given-up'
    and (before.turn, before.ordinal, before.sort_key) < (effect.turn, effect.ordinal, effect.sort_key)
)`;

/** Whoever else is claiming at the same moment is passed by, and not waited for. */
export const claiming = (now: Instant, until: Instant, limit: number): Statement => ({
  text: `with due as (
      select id, due_at as was_due_at from handshake_effects as effect
      where state <> 'given-up' and due_at <= $1 and ${isFirst}
      order by due_at, case_id, lane limit $3 for update skip locked
    )
    update handshake_effects as effect
    set claim = claim + 1, turn = 0, due_at = $2, is_uncertain = is_uncertain or state = 'claimed', state = 'claimed'
    from due where effect.id = due.id
    returning effect.*, due.was_due_at`,
  values: [now, until, limit],
});

export const forgetting = (before: Instant, limit: number): Statement => ({
  text: `with old as (
      select key from handshake_answers where at < $1 order by at, key limit $2 for update skip locked
    )
    delete from handshake_answers where key in (select key from old) returning 1`,
  values: [before, limit],
});

export const nextEffectDue = `select min(due_at) as at from (
    select due_at from handshake_effects as effect
    where state <> 'given-up' and ($1::timestamptz is null or due_at > $1) and ${isFirst}
    order by due_at limit 1
  ) as first`;
