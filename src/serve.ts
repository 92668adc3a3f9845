import { endOnSignal } from './end-on-signal.ts';
import { addressAt, whyNotListening } from './http/listening.ts';
import { plain } from './languages/speak.ts';
import { StoreError } from './ports.ts';
import { openBot } from './production/open-bot.ts';
import type { OpenBot } from './production/open-bot.ts';
import { prepare } from './production/prepare.ts';
import type { Prepared } from './production/prepare.ts';
import { SettingsError, storeOf } from './settings.ts';

const tell = (sentence: string): void => {
  console.error(plain(sentence));
};

const announce = ({ settings, accounts, people, approvals }: Prepared, { port, by }: OpenBot): void => {
  const ours = accounts.map(({ name, profile }) => `${name} (${profile.cloud})`);
  console.log(`Teams is served at ${addressAt(settings.HOST, port)}api/messages`);
  console.log(plain(`Accounts: ${ours.join(', ')}. People: ${people.length}. Letters go by ${by}.`));
  console.log(plain(`Cases are kept in ${storeOf(settings).name}.`));
  console.log(
    `Pages for customers: ${settings.CUSTOMER_PAGES ?? 'none'}. A channel for approvals: ${approvals === null ? 'none' : 'yes'}.`,
  );
};

const serve = async (): Promise<void> => {
  const prepared = await prepare(process.env);
  const bot = await openBot(prepared, { environment: process.env, operator: { tell } });
  announce(prepared, bot);
  const end = async (status: number): Promise<void> => {
    try {
      await bot.stop();
    } catch (error) {
      tell(`It could not be ended in good order: ${String(error)}`);
      status = 1;
    }
    process.exit(status);
  };
  endOnSignal(() => end(0));
  bot.running.catch((error: unknown) => {
    tell(`It cannot go on: ${String(error)}`);
    return end(1);
  });
};

try {
  await serve();
} catch (error) {
  const why = error instanceof SettingsError || error instanceof StoreError ? error.message : whyNotListening(error);
  if (why === null) throw error;
  console.error(why.split('\n').map(plain).join('\n'));
  process.exitCode = 1;
}
