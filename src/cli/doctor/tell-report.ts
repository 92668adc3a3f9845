import { plain } from '../../languages/speak.ts';
import { createSteadyClock } from '../../outbox/steady-clock.ts';
import { createSecretFiles } from '../../tokens/secret-file.ts';
import { createLine } from '../../wire/line.ts';
import { accountPlaces } from '../account-options.ts';
import { json } from '../json.ts';
import type { Terminal } from '../run.ts';
import type { Report, Surgery } from './rounds.ts';
import { allLines, written } from './written.ts';

/** Somebody sits and waits: who does not answer soon is told as it is. */
const limits = { connectMs: 5000, headersMs: 20_000, attemptMs: 20_000, callMs: 30_000, tries: 2, longestWaitMs: 10_000 };

/** Has a report made of the accounts, and tells it; the exit status is 1 where a fault stands in it. */
export const tellReport = async (
  values: { readonly accounts?: string | undefined; readonly json?: boolean | undefined },
  terminal: Terminal,
  made: (surgery: Surgery) => Promise<Report>,
): Promise<number> => {
  const { file, secrets } = accountPlaces(values.accounts);
  const wire = createLine(limits);
  try {
    const clock = createSteadyClock((sentence) => {
      terminal.err(plain(sentence));
    }, null);
    const report = await made({ file, environment: process.env, secrets: createSecretFiles(secrets), wire, clock });
    terminal.out(values.json ? json(report) : written(report));
    return allLines(report).some(({ is }) => is === 'fault') ? 1 : 0;
  } finally {
    await wire.close();
  }
};
