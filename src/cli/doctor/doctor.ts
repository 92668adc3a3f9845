import { plain } from '../../languages/speak.ts';
import { createSteadyClock } from '../../outbox/steady-clock.ts';
import { createSecretFiles } from '../../tokens/secret-file.ts';
import { createLine } from '../../wire/line.ts';
import { accountPlaces } from '../account-options.ts';
import { json } from '../json.ts';
import { readOptions } from '../options.ts';
import type { Command } from '../run.ts';
import { examine } from './examine.ts';
import { allLines, written } from './written.ts';

/** Somebody sits and waits: who does not answer soon is told as it is. */
const limits = { connectMs: 5000, headersMs: 20_000, attemptMs: 20_000, callMs: 30_000, tries: 2, longestWaitMs: 10_000 };

/** Is everything in order that the bot will need at Microsoft? Says what is not, and the next step. */
export const doctor: Command = async (args, terminal) => {
  const { values } = readOptions(args, ['accounts', 'json']);
  const { file, secrets } = accountPlaces(values.accounts);
  const wire = createLine(limits);
  try {
    const clock = createSteadyClock((sentence) => {
      terminal.err(plain(sentence));
    }, null);
    const report = await examine({ file, environment: process.env, secrets: createSecretFiles(secrets), wire, clock });
    terminal.out(values.json ? json(report) : written(report));
    return allLines(report).some(({ is }) => is === 'fault') ? 1 : 0;
  } finally {
    await wire.close();
  }
};
