import { asName, looksOf } from './letters.ts';

/** What can be told by its shape alone: a domain, a tenant's id, a case's id, a rule's id. */
export interface Atom {
  readonly kind: 'domain' | 'tenant' | 'case' | 'rule';
  readonly value: string;
  readonly length: number;
}

/** Chinese is written without blanks, so that a domain ends where it begins. */
const LETTER = String.raw`[[\p{L}\p{M}\p{N}]--\p{Script=Han}]`;
const ANY_LETTER = String.raw`[\p{L}\p{M}\p{N}]`;
const END = String.raw`(?!${LETTER}|[_@])`;
const LAST = String.raw`(?:xn--[a-z0-9\-]{1,59}|[[\p{L}\p{M}]--\p{Script=Han}]{2,63})`;

const domain = (letter: string): string => {
  const label = String.raw`${letter}(?:${letter}|-){0,62}`;
  return String.raw`(?:(?:${label}\.){1,9}${LAST}|(?:${label}。){1,9}${LAST})`;
};

const sticky = (source: string): RegExp => new RegExp(source, 'viy');

const patterns = {
  address: sticky(String.raw`https?:\/\/([^\s\/?#"“”«»<>\(\)\[\]\p{Script=Han}]{1,300})[^\s"“”«»<>\(\)\[\]\p{Script=Han}]{0,2000}`),
  mail: sticky(String.raw`(?:mailto:)?(?:${LETTER}|[._%+\-]){1,64}@(${domain(LETTER)})${END}`),
  domain: sticky(`${domain(LETTER)}${END}`),
  /** Where no command begins, the name of a domain may be Chinese. */
  anyDomain: sticky(`${domain(ANY_LETTER)}${END}`),
  tenant: sticky(String.raw`\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})(?!${LETTER}|-)\}?`),
  /** To ask is a command as well: what follows without a hyphen is a name. */
  caseId: sticky(
    String.raw`([aа][dԁ][mм]|[aа]z|[aа]s[kк](?=-))[\- ]?([0-9a-zа-я]{5})[\- ]?([0-9a-zа-я]{5})(?!${LETTER}|[\-_@]|\.${LETTER})`,
  ),
  nearlyCaseId: sticky(
    String.raw`([aа][dԁ][mм]|[aа]z|[aа]s[kк])-(?=[a-z\-]{0,20}\d)([0-9a-z\-]{1,40})(?!${LETTER}|[_@]|\.${LETTER})`,
  ),
  rule: sticky(String.raw`[rh]-[a-z0-9]{1,30}(?:-[a-z0-9]{1,30}){0,9}(?!${LETTER}|[\-_@]|\.${LETTER})`),
};

const matchAt = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

const asDomain = (host: string): string =>
  asName(host)
    .toLowerCase()
    .replaceAll('。', '.')
    .replace(/^www\.(?=.*\.)/, '');

/** Of what stands between `//` and the path: without who signs in and without the port. */
const hostOf = (authority: string): string =>
  authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d{0,5}$/, '')
    .replace(/[.,;:!]+$/, '');

type Reader = (text: string, from: number) => Atom | null;

const readAddress: Reader = (text, from) => {
  const match = matchAt(patterns.address, text, from);
  const host = hostOf(match?.[1] ?? '');
  const whole = matchAt(patterns.anyDomain, host, 0);
  if (match === null || whole?.[0].length !== host.length) return null;
  return { kind: 'domain', value: asDomain(host), length: match[0].length };
};

const readMail: Reader = (text, from) => {
  const match = matchAt(patterns.mail, text, from);
  return match === null ? null : { kind: 'domain', value: asDomain(match[1] ?? ''), length: match[0].length };
};

const readDomain: Reader = (text, from) => {
  const match = matchAt(patterns.domain, text, from);
  return match === null ? null : { kind: 'domain', value: asDomain(match[0]), length: match[0].length };
};

const readTenant: Reader = (text, from) => {
  const match = matchAt(patterns.tenant, text, from);
  return match === null ? null : { kind: 'tenant', value: match.slice(1).join('-').toLowerCase(), length: match[0].length };
};

/** What is read out over the telephone: no letter of an id looks like one of these digits. */
const mended = (part: string): string => looksOf(part.toLowerCase()).toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');

const readCaseId: Reader = (text, from) => {
  const match = matchAt(patterns.caseId, text, from);
  const [, prefix = '', first = '', second = ''] = match ?? [];
  const parts = [mended(first), mended(second)];
  if (match === null || parts.some((part) => !/^[0-9A-HJKMNP-TV-Z]{5}$/.test(part))) return null;
  // Two words of five letters after “AZ” are a name, unless they are joined like an id or hold a digit.
  const isJoined = match[0].split('-').length === 3 || /\d/.test(first + second);
  const value = [looksOf(prefix.toLowerCase()).toUpperCase(), ...parts].join('-');
  return isJoined ? { kind: 'case', value, length: match[0].length } : null;
};

/** An id that cannot be right is handed on all the same, so that somebody can say so. */
const readNearlyCaseId: Reader = (text, from) => {
  const match = matchAt(patterns.nearlyCaseId, text, from);
  if (match === null) return null;
  const value = `${looksOf((match[1] ?? '').toLowerCase())}-${match[2] ?? ''}`.replace(/-+$/, '').toUpperCase();
  return { kind: 'case', value, length: match[0].length };
};

const readRule: Reader = (text, from) => {
  const match = matchAt(patterns.rule, text, from);
  return match === null ? null : { kind: 'rule', value: match[0].toUpperCase(), length: match[0].length };
};

const readers: readonly Reader[] = [readAddress, readMail, readTenant, readCaseId, readNearlyCaseId, readDomain, readRule];

/** What stands here, if its shape tells. */
export const atomAt = (text: string, from: number): Atom | null => {
  for (const read of readers) {
    const atom = read(text, from);
    if (atom !== null) return atom;
  }
  return null;
};

/** Only where a dot comes soon: most of what is Chinese is no domain. */
export const chineseDomainAt = (text: string, from: number): Atom | null => {
  if (!/[.。]/.test(text.slice(from, from + 64))) return null;
  const match = matchAt(patterns.anyDomain, text, from);
  return match === null ? null : { kind: 'domain', value: asDomain(match[0]), length: match[0].length };
};
