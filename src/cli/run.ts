import { plain } from '../languages/speak.ts';
import { oneCase } from './audit/case.ts';
import { eraseCase } from './audit/erase.ts';
import { verify } from './audit/verify.ts';
import { bounce } from './mail/bounce.ts';
import { close, dead, retry } from './outbox/dead-letters.ts';
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

type Room = Readonly<Record<string, Command>>;

const rooms: Readonly<Record<string, Room>> = {
  policy: { decide, rules, explain, timeline, compare },
  audit: { verify, case: oneCase, erase: eraseCase },
  outbox: { dead, retry, close },
  mail: {
    bounce,
    test: async (args, terminal) => (await import('./mail/test-letter.ts')).testLetter(args, terminal),
  },
};

/** These stand by themselves. They bring the line to Microsoft along, which nobody else here needs. */
const alone: Room = {
  doctor: async (args, terminal) => (await import('./doctor/doctor.ts')).doctor(args, terminal),
  'sign-in': async (args, terminal) => (await import('./first-sign-in.ts')).signIn(args, terminal),
  webhooks: async (args, terminal) => (await import('./webhooks/webhooks.ts')).webhooks(args, terminal),
};

const USAGE = `Usage: handshake policy|audit|outbox|mail <command>
       handshake doctor|sign-in|webhooks

handshake policy

  decide [FILE|-]   May it be done? One situation { id?, flow, asOf, cloud, facts }, or an array of them.
                    --json  --defaults FILE  --house-rules FILE  --lang LANGUAGE
                    Exit status for one situation: 0 yes · 10 yes, with conditions · 20 a person decides · 30 no
  rules             Every rule.                    --flow FLOW  --cloud CLOUD  --on DATE  --json  --lang LANGUAGE
  explain ID        One rule (R-…) or contradiction (C-…), with its sources.              --json  --lang LANGUAGE
  timeline          What began and ended when.                                            --json  --lang LANGUAGE
  compare FILE      Whose verdict changes between two days, and why.
                    --from DATE  --to DATE  --defaults FILE  --json  --lang LANGUAGE

handshake audit
  verify            Are all histories as they were written, and is none missing? Exit status 1 when not.
                    --store FOLDER  --day DATE --head HASH  (a day’s head as it was told)
  case ID           Everything about one case, for a dispute.    --html | --json  --store FOLDER  --lang LANGUAGE
  erase ID          A case that is over forgets its people; its history still proves itself. Says first what goes.
                    --yes  --store FOLDER

handshake outbox
  dead              What was given up, and why.                  --store FOLDER  --json
  retry EFFECT      Another try at it.                           --note WORDS  --store FOLDER
  close EFFECT      Not to be tried any more, or done by hand.  --note WORDS  --done  --store FOLDER

handshake mail
  bounce FILE|-     A delivery notice that has come back: notes on its case that the letter has not arrived.    --store FOLDER
  test TO           Sends a letter that says nothing, as MAIL, MAIL_FROM, MAIL_SERVER and MAIL_PASSWORD say, and tells what came of it.
                    --accounts FILE  --cloud CLOUD  (MAIL=graph)                Exit status 1 when it was not taken.

handshake doctor    Is everything in order that the bot needs at Microsoft? Reads, and changes nothing there.
                    --accounts FILE (or ACCOUNTS=FILE)  --json                    Exit status 1 when something is not.
handshake sign-in   A person of yours signs in for the bot: opens an address, and pastes back what they come to.
                    --accounts FILE  --cloud CLOUD  --redirect ADDRESS (as registered; usually http://localhost)
handshake webhooks  Where Partner Center tells its news, against what is wanted.
  register          Registers what is wanted, in the place of what stands there, and reads it back.
  test              Has a test sent there, and tells what Partner Center saw. Two a minute at most.
                    --accounts FILE (or ACCOUNTS=FILE)  --json                    Exit status 1 when something is not.

  Without --store the store is where STORE_URL says, or in the folder DATA.
  The bot has to be stopped for erase, retry, close and bounce.
  Exit status 2: the input cannot be understood; the message says what and where.
  Languages: en es it ru zh-Hans de fr`;

const own = <T>(all: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(all, name) ? all[name] : undefined;

export const run: Command = async (words, terminal) => {
  const [room, name = '', ...more] = words;
  const single = own(alone, room ?? '');
  const command = single ?? own(own(rooms, room ?? '') ?? {}, name);
  const args = single === undefined ? more : words.slice(1);
  if (words.some((word) => word === '--help' || word === '-h')) {
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
