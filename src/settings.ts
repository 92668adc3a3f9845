import * as z from 'zod';
import { languages } from './languages/speak.ts';
import { mailServerAt } from './mail/mail-server.ts';
import { inFolder, storePlaceAt } from './ports/store-place.ts';
import type { StorePlace } from './ports/store-place.ts';

/** As one types it: letters print it and make no link of it. */
const PAGE_ADDRESS = /^[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?(?:\/[\w.~-]+)*$/;

const STORE_PLACES =
  'expected postgres://USER@HOST/NAME or file:FOLDER; in a password @ is written %40, / %2F, : %3A, # %23, ? %3F and % %25';

const storePlace = (url: string, context: z.RefinementCtx): StorePlace => {
  const place = storePlaceAt(url);
  if (place !== null) return place;
  context.addIssue(STORE_PLACES);
  return z.NEVER;
};

/** The environment, read once. An empty variable counts as not set. */
const Settings = z.object({
  /** Without it 3978; where the playground looks for the next free port, the bot does not. */
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
  /** The file with our people, and the one with the rules of the house. */
  PEOPLE: z.string().optional(),
  HOUSE_RULES: z.string().optional(),
  /** The folder in which everything is kept. */
  DATA: z.string().default('./data'),
  /**
   * Where cases are kept, if not in a file in DATA. Of a database one bot only: what is about the same case is put in order in
   * memory, where another one would not see it.
   */
  STORE_URL: z.string().transform(storePlace).optional(),
  /** The folder where sign-ins are kept. */
  SECRETS: z.string().default('./data/secrets'),
  /** The application of the bot, and what it proves itself with: here, or in a file. */
  BOT_APP_ID: z.guid('expected the id of the bot’s application').toLowerCase().optional(),
  BOT_SECRET: z.string().optional(),
  BOT_SECRET_FILE: z.string().optional(),
  /** Where the bot and our people are at home; left out: where our account in this cloud is. */
  BOT_TENANT: z.guid('expected the id of the tenant in which the bot is registered').toLowerCase().optional(),
  BOT_CLOUD: z.enum(['global', 'us_gov', 'china_21v'], 'expected global, us_gov or china_21v').default('global'),
  /** What the app is called in our catalogue of Teams; left out: nobody is brought it. */
  TEAMS_APP: z.guid('expected the id of the app in your catalogue of Teams').optional(),
  /** Where customers find our pages; left out: there are none. */
  CUSTOMER_PAGES: z
    .string()
    .regex(PAGE_ADDRESS, 'expected an address as one types it, without https:// and without a slash at its end')
    .optional(),
  /** Where approvers meet: a channel, the service that it is reached through, and the language of its cards. */
  APPROVALS_CHANNEL: z.string().regex(/^19:/, 'expected the id of a channel, which begins with 19:').optional(),
  APPROVALS_SERVICE: z.url('expected an address').optional(),
  APPROVALS_LANGUAGE: z.enum(languages, `expected one of ${languages.join(', ')}`).optional(),
  /** The text of an invitation as Partner Center at 21Vianet drafts it. */
  CHINA_FIXED_TEXT: z.string().optional(),
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

/** The bot by itself does not start without these. */
const ServingSettings = Settings.extend({
  ACCOUNTS: z.string('expected the file with your accounts at Microsoft; accounts.example.json shows one'),
  PEOPLE: z.string('expected the file with your people; people.example.json shows one'),
  HOUSE_RULES: z.string('expected the file with the rules of your house; house-rules.example.json shows one'),
  BOT_APP_ID: z.guid('expected the id of the bot’s application').toLowerCase(),
});
export type ServingSettings = z.infer<typeof ServingSettings>;

/** Where the store is. */
export const storeOf = ({ STORE_URL, DATA }: Pick<Settings, 'STORE_URL' | 'DATA'>): StorePlace => STORE_URL ?? inFolder(DATA);

/** Told as it is: which setting, and what was expected. */
export class SettingsError extends Error {}

export type Environment = Readonly<Record<string, string | undefined>>;

const setIn = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

const problemsOf = ({ issues }: z.ZodError): string[] => issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

export const readSettings = (environment: Environment): Settings => {
  const parsed = Settings.safeParse(setIn(environment));
  if (parsed.success) return parsed.data;
  throw new SettingsError(`These settings cannot be used.\n${problemsOf(parsed.error).join('\n')}`);
};

const secretProblems = ({ BOT_SECRET, BOT_SECRET_FILE }: Environment): string[] => {
  if (BOT_SECRET !== undefined && BOT_SECRET_FILE !== undefined)
    return ['BOT_SECRET: expected either this or BOT_SECRET_FILE, and both are set'];
  return (BOT_SECRET ?? BOT_SECRET_FILE)
    ? []
    : ['BOT_SECRET: expected what the bot proves itself with, or BOT_SECRET_FILE with its file'];
};

type MailNames = 'MAIL' | 'MAIL_FROM' | 'MAIL_SERVER';

/** What else is needed where letters leave the machine. */
export const mailProblems = ({
  MAIL,
  MAIL_FROM,
  MAIL_SERVER,
}: Partial<Readonly<Record<MailNames, string | undefined>>>): string[] => [
  ...((MAIL === 'smtp' || MAIL === 'graph') && MAIL_FROM === undefined
    ? ['MAIL_FROM: expected your address, from which letters come']
    : []),
  ...(MAIL === 'smtp' && MAIL_SERVER === undefined
    ? ['MAIL_SERVER: expected where your mail is taken, such as smtp://HOST:587']
    : []),
];

const channelProblems = ({ APPROVALS_CHANNEL, APPROVALS_SERVICE, APPROVALS_LANGUAGE }: Environment): string[] =>
  APPROVALS_CHANNEL === undefined && (APPROVALS_SERVICE ?? APPROVALS_LANGUAGE) !== undefined
    ? ['APPROVALS_CHANNEL: expected the id of a channel, as something is said about it']
    : [];

/** The settings of the bot by itself, or null; and everything that is wrong with them or missing, at once. */
export const readServingSettings = (
  environment: Environment,
): { readonly settings: ServingSettings | null; readonly problems: readonly string[] } => {
  const given = setIn(environment);
  const { data, error } = ServingSettings.safeParse(given);
  const problems = [
    ...(error === undefined ? [] : problemsOf(error)),
    ...secretProblems(given),
    ...mailProblems(given),
    ...channelProblems(given),
  ];
  return { settings: problems.length === 0 ? (data ?? null) : null, problems };
};
