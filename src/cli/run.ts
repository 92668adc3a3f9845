import { plain } from '../languages/speak.ts';
import { compare } from './policy/compare.ts';
import { decide } from './policy/decide.ts';
import { explain } from './policy/explain.ts';
import { rules } from './policy/rules.ts';
import { timeline } from './policy/timeline.ts';
import { UsageError } from './usage-error.ts';

/** Where a command reads and writes, so that tests can run it without a process. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly input: () => AsyncIterable<Uint8Array | string>;
}

/** Runs with the words behind its name and answers with the exit status. */
export type Command = (args: readonly string[], terminal: Terminal) => number | Promise<number>;

const policy: Readonly<Record<string, Command>> = { decide, rules, explain, timeline, compare };

const USAGE = `Usage: handshake policy <command>

  decide [FILE|-]   May it be done? One situation { id?, flow, asOf, cloud, facts }, or an array of them.
                    --json  --defaults FILE  --house-rules FILE  --lang LANGUAGE
                    Exit status for one situation: 0 yes · 10 yes, with conditions · 20 a person decides · 30 no
  rules             Every rule.                    --flow FLOW  --cloud CLOUD  --on DATE  --json  --lang LANGUAGE
  explain ID        One rule (R-…) or contradiction (C-…), with its sources.              --json  --lang LANGUAGE
  timeline          What began and ended when.                                            --json  --lang LANGUAGE
  compare FILE      Whose verdict changes between two days, and why.
                    --from DATE  --to DATE  --defaults FILE  --json  --lang LANGUAGE

  Exit status 2: the input cannot be understood; the message says what and where.
  Languages: en es it ru zh-Hans de fr`;

export const run: Command = async ([room, name = '', ...args], terminal) => {
  const command = room === 'policy' && Object.hasOwn(policy, name) ? policy[name] : undefined;
  if ([room, name, ...args].some((word) => word === '--help' || word === '-h')) {
    terminal.out(USAGE);
    return 0;
  }
  if (command === undefined) {
    terminal.err(room === undefined ? USAGE : `Unknown: ${plain([room, name].join(' '))}\n\n${USAGE}`);
    return 2;
  }
  try {
    return await command(args, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(error.message);
    return 2;
  }
};
