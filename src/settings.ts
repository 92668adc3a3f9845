import * as z from 'zod';
import { mailServerAt } from './mail/mail-server.ts';

/** The environment, read once. An empty variable counts as not set. */
const Settings = z.object({
  /** Without it 3978, or the next free port. */
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'expected a whole number from 0 to 65535')
    .optional(),
  HOST: z.string().default('localhost'),
  /** How many reverse proxies of yours every call comes through: the last so many addresses of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: z
    .string()
    .regex(/^\d$/, 'expected how many reverse proxies stand before the bot, from 0 to 9')
    .default('0')
    .transform(Number),
  /** The file with our accounts at Microsoft. */
  ACCOUNTS: z.string().optional(),
  /** The folder where sign-ins are kept. */
  SECRETS: z.string().default('./data/secrets'),
  /** How letters go out; without it they are files, and nothing leaves the machine. */
  MAIL: z.enum(['smtp', 'graph', 'dry'], 'expected smtp, graph or dry').optional(),
  /** Our address, from which they come. */
  MAIL_FROM: z.email('expected an address').optional(),
  MAIL_SERVER: z
    .string()
    .refine(
      (address) => mailServerAt(address) !== null,
      'expected smtp://HOST:PORT or smtps://HOST:PORT, with NAME@ before the host',
    )
    .optional(),
  MAIL_PASSWORD: z.string().optional(),
});
export type Settings = z.infer<typeof Settings>;

/** Told as it is: which setting, and what was expected. */
export class SettingsError extends Error {}

export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new SettingsError(`These settings cannot be used.\n${problems.join('\n')}`);
};
