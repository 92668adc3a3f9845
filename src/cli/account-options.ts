import { SettingsError, readSettings } from '../settings.ts';
import { UsageError } from './usage-error.ts';

/** The environment, as a command reads it. */
export const settings = (): ReturnType<typeof readSettings> => {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (error instanceof SettingsError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
};

/** Where our accounts are written down, and where sign-ins are kept. */
export const accountPlaces = (given: string | undefined): { readonly file: string; readonly secrets: string } => {
  const { ACCOUNTS, SECRETS } = settings();
  const file = given ?? ACCOUNTS;
  if (file === undefined)
    throw new UsageError(
      'Expected the file with your accounts: --accounts FILE, or ACCOUNTS=FILE. accounts.example.json shows one.',
    );
  return { file, secrets: SECRETS };
};
