/** As much as anybody types into a chat; what comes after it is not read. */
const LONGEST = 10_000;

/** Cut first, and each sign looked at once: text of others' making decides how long a pattern takes. */
const MENTION = /<at[^<>]*>([^<>]*)<\/at>/g;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const LAST_SIGN = 0x10ffff;

const signOf = (entity: string, decimal?: string, hex?: string, name?: string): string => {
  if (name !== undefined) return named[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return code === 0 || code > LAST_SIGN ? ' ' : String.fromCodePoint(code);
};

const decoded = (text: string): string => text.replace(ENTITY, signOf).toWellFormed();

/** What somebody has typed, without the bot's own names in it; other people keep theirs. */
export const saidText = (text: string, bot: ReadonlySet<string>): string =>
  decoded(text.slice(0, LONGEST).replace(MENTION, (_, name: string) => (bot.has(decoded(name)) ? ' ' : name))).trim();
