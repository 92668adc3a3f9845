import type { Case } from '../cases/case.ts';
import { hasNoLetter } from '../commands/resume-case.ts';
import type { Store } from '../ports.ts';
import type { Click } from './click-keys.ts';

/** What has to be said so that a stuck case goes on: with what had failed, where a machine had taken it on, tried once more. */
export const createResuming =
  (store: Pick<Store, 'effectsOf'>) =>
  async (current: Case, words: string): Promise<Click> => {
    const about = { caseId: current.id, words };
    if (current.status !== 'stuck' || hasNoLetter(current)) return { name: 'resume-case', ...about };
    const { trouble } = current;
    const letter = (await store.effectsOf(current.id)).find(
      ({ state, effect }) => state === 'given-up' && effect.kind === trouble.effect,
    );
    return { name: 'retry-dead-letter', ...about, effect: letter?.id ?? '' };
  };
