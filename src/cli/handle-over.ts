import { randomUUID } from 'node:crypto';
import { createHandle } from '../commands/handle.ts';
import type { Handle, Handled } from '../commands/handle.ts';
import { speakerOf } from '../languages/catalogues.ts';
import { plain } from '../languages/speak.ts';
import { createSteadyClock } from '../outbox/steady-clock.ts';
import { HouseRules } from '../policy/index.ts';
import type { Says } from '../policy/index.ts';
import type { FactSource, Store } from '../ports.ts';
import type { Terminal } from './run.ts';

/** What an operator notes is no matter of the rules; nothing is asked of any service here. */
const nobody: FactSource = { read: () => Promise.resolve({ unreachable: 'any service, from the command line' }) };

/** The one road that every command goes, for whoever has a shell here. */
export const handleOver = async (store: Store, terminal: Terminal): Promise<Handle> => {
  const tell = (sentence: string): void => {
    terminal.err(plain(sentence));
  };
  return createHandle({
    store,
    clock: createSteadyClock(tell, await store.lastEventAt()),
    chance: { salt: randomUUID, fraction: Math.random },
    house: () => HouseRules.parse({ edition: 'none' }),
    operator: { tell },
    facts: { partner: nobody, customer: nobody, letter: nobody },
  });
};

/** Why a command was not carried out, in words. */
export const whyNot = (answer: Exclude<Handled, { kind: 'done' }>): string => {
  const { key, values } = answer.kind === 'fenced' ? { key: 'failure.busy', values: {} } : answer.says;
  return speakerOf('en').sayKey(key, values as Says['values']);
};
