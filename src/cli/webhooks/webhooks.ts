import { plain } from '../../languages/speak.ts';
import { runChecks } from '../doctor/check.ts';
import type { Check, Patient } from '../doctor/check.ts';
import { attend, makeRounds } from '../doctor/rounds.ts';
import type { Report, Surgery } from '../doctor/rounds.ts';
import { tellReport } from '../doctor/tell-report.ts';
import { readOptions } from '../options.ts';
import type { Command } from '../run.ts';
import { UsageError } from '../usage-error.ts';
import { register } from './register.ts';
import { sendTest } from './send-test.ts';
import { show } from './show.ts';

export const orders = new Map<string | undefined, (patient: Patient) => readonly Check[]>([
  [undefined, show],
  ['register', register],
  ['test', sendTest],
]);

/** Partner Center takes some seconds to send a test; whoever sits before the screen has them. */
const patience = { looks: 15, everyMs: 1000 };

/** Carries the order out for one account after the other. */
export const carryOut = (order: (patient: Patient) => readonly Check[], surgery: Surgery): Promise<Report> =>
  makeRounds(surgery, (entry) => attend(entry, surgery, (patient) => runChecks(order(patient), patient)));

/** Shows, registers or tests where Partner Center tells its news. */
export const webhooks: Command = async (args, terminal) => {
  const { values, positionals } = readOptions(args, ['accounts', 'json'], 1);
  const [word] = positionals;
  const order = orders.get(word);
  if (order === undefined) throw new UsageError(`webhooks ${plain(word ?? '')}: expected register, test, or nothing`);
  return tellReport(values, terminal, (surgery) => carryOut(order, { patience, ...surgery }));
};
