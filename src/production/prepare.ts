import type { Account } from '../clouds/account.ts';
import { profiles } from '../clouds/profiles.ts';
import type { ListedPerson } from '../people/people-file.ts';
import type { HouseRules } from '../policy/index.ts';
import { readServingSettings, SettingsError } from '../settings.ts';
import type { Environment, ServingSettings } from '../settings.ts';
import { mayBeAnswered } from '../teams/service-url.ts';
import type { BotIdentity } from './create-bot.ts';
import { accountsIn, fixedTextIn, houseRulesIn, peopleIn, secretIn, unnamed } from './files.ts';
import type { Part } from './files.ts';

/** All that the bot is told before it starts. */
export interface Prepared {
  readonly settings: ServingSettings;
  readonly accounts: readonly [Account, ...Account[]];
  readonly people: readonly ListedPerson[];
  readonly rules: HouseRules;
  readonly bot: BotIdentity;
  /** Where approvers meet; null: in no channel. */
  readonly approvals: { readonly id: string; readonly service: string } | null;
  readonly fixedText: readonly string[] | null;
}

const NOWHERE = 'Nothing was started. Everything that is missing or wrong:';

const readIf = <T>(path: string | undefined, read: (path: string) => Promise<Part<T>>): Promise<Part<T>> =>
  path === undefined || path === '' ? Promise.resolve(unnamed) : read(path);

/** Every file that is named, whatever else is missing. */
const readFiles = async (environment: Environment) => {
  const { ACCOUNTS, PEOPLE, HOUSE_RULES, BOT_SECRET, BOT_SECRET_FILE, CHINA_FIXED_TEXT } = environment;
  const [accounts, people, rules, secret, fixedText] = await Promise.all([
    readIf(ACCOUNTS, (path) => accountsIn(path, environment)),
    readIf(PEOPLE, peopleIn),
    readIf(HOUSE_RULES, houseRulesIn),
    BOT_SECRET_FILE ? secretIn(BOT_SECRET_FILE) : { value: BOT_SECRET ?? '' },
    readIf(CHINA_FIXED_TEXT, fixedTextIn),
  ]);
  return { accounts, people, rules, secret, fixedText };
};

const botOf = (settings: ServingSettings, accounts: Prepared['accounts'], secret: string): Part<BotIdentity> => {
  const { BOT_APP_ID: id, BOT_CLOUD: cloud, BOT_TENANT, TEAMS_APP = null } = settings;
  const account = accounts.find(({ profile }) => profile.cloud === cloud);
  const tenantId = BOT_TENANT ?? account?.tenantId;
  if (tenantId === undefined)
    return {
      problems: [`BOT_TENANT: expected the tenant in which the bot is registered, as you have no account in the cloud ${cloud}`],
    };
  const profile = account?.profile ?? profiles[cloud];
  return { value: { id, tenantId, profile, credential: { kind: 'secret', secret }, catalogueId: TEAMS_APP } };
};

const approvalsAt = (settings: ServingSettings, { bot }: BotIdentity['profile']): Part<Prepared['approvals']> => {
  const { APPROVALS_CHANNEL: id, APPROVALS_SERVICE } = settings;
  if (id === undefined) return { value: null };
  const service = APPROVALS_SERVICE ?? bot.proactive ?? '';
  return mayBeAnswered(service, bot.services)
    ? { value: { id, service } }
    : { problems: [`APPROVALS_SERVICE: expected an address at ${bot.services.join(' or ')}`] };
};

/** Letters from a mailbox go with the account of the bot’s cloud. */
const mailboxProblems = ({ MAIL, BOT_CLOUD }: ServingSettings, accounts: Prepared['accounts']): string[] =>
  MAIL === 'graph' && !accounts.some(({ profile }) => profile.cloud === BOT_CLOUD)
    ? [`MAIL: expected an account in the cloud ${BOT_CLOUD}, from whose mailbox letters come`]
    : [];

const refusal = (problems: readonly string[]): SettingsError => new SettingsError([NOWHERE, ...problems].join('\n'));

/** Reads settings and files; refuses with everything that is missing or wrong, at once. */
export const prepare = async (environment: Environment): Promise<Prepared> => {
  const { settings, problems } = readServingSettings(environment);
  const { accounts, people, rules, secret, fixedText } = await readFiles(environment);
  const parts = [accounts, people, rules, secret, fixedText];
  const all = [...problems, ...parts.flatMap((part) => ('problems' in part ? part.problems : []))];
  if (settings === null || 'problems' in accounts || 'problems' in people || 'problems' in rules || 'problems' in secret)
    throw refusal(all);
  all.push(...mailboxProblems(settings, accounts.value));
  const bot = botOf(settings, accounts.value, secret.value);
  if ('problems' in bot) throw refusal([...all, ...bot.problems]);
  const approvals = approvalsAt(settings, bot.value.profile);
  if ('problems' in approvals || all.length > 0) throw refusal([...all, ...('problems' in approvals ? approvals.problems : [])]);
  return {
    ...{ settings, accounts: accounts.value, people: people.value, rules: rules.value, bot: bot.value, approvals: approvals.value },
    fixedText: 'value' in fixedText ? fixedText.value : null,
  };
};
