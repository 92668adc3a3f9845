import type { Proposal } from '../../cases/admin-relationship/case.ts';
import type { CaseId } from '../../cases/ids.ts';
import { isWrong } from '../filled.ts';
import type { Reading } from '../reading.ts';
import type { Running } from '../running.ts';
import * as letter from './letter.ts';
import type { Filling } from './filling.ts';
import * as rights from './rights.ts';
import * as told from './told.ts';

type Renewal = Extract<Proposal, { wants: 'renew' }>;

/** The command as far as the answers make it: all but who sends it, and under which key. */
export interface Request extends Pick<Renewal, 'how' | 'gdap' | 'letter' | 'told'> {
  readonly of: CaseId;
}

/** As far as one has come. Null: it is not even clear which one, or with which rights. */
export const requestOf = (filling: Filling, { house, checks }: Reading): Request | null => {
  const renewal = rights.read(filling, house);
  if (filling.of === null || isWrong(renewal)) return null;
  const { how, gdap } = renewal.answer;
  const written = letter.read(filling, checks);
  const facts = told.read(filling);
  return {
    of: filling.of.id,
    how,
    gdap,
    letter: { paragraph: how === 'extend' || isWrong(written) ? '' : written.answer.paragraph },
    told: isWrong(facts) ? {} : { ...facts.answer },
  };
};

/** What is different from now. */
export interface Changes {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** How long it lasts now, where that changes. */
  readonly days: number | null;
}

export const changesOf = ({ gdap: before }: Running, { gdap }: Pick<Request, 'gdap'>): Changes => ({
  added: gdap.roles.filter((role) => !before?.roles.includes(role)),
  gone: before?.roles.filter((role) => !gdap.roles.includes(role)) ?? [],
  days: before !== null && before.durationDays !== gdap.durationDays ? before.durationDays : null,
});
