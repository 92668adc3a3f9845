import { readOptions } from '../options.ts';
import type { Command } from '../run.ts';
import { examine } from './examine.ts';
import { tellReport } from './tell-report.ts';

/** Is everything in order that the bot will need at Microsoft? Says what is not, and the next step. */
export const doctor: Command = async (args, terminal) =>
  tellReport(readOptions(args, ['accounts', 'json']).values, terminal, examine);
