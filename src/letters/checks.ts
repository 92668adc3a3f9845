import * as z from 'zod';
import type { Case } from '../cases/case.ts';
import { isLookAlike } from './look-alike.ts';

export const LONGEST_PARAGRAPH = 600;

/** Line breaks and tabs are how people write; everything else that cannot be seen has no business in a letter. */
const UNSEEN = /[^\P{C}\n\r\t]|[\u2028\u2029]/u;
const MARKUP = /<\s*[a-z!/?]|&(?:#\d+|#x[\da-f]+|[a-z]{2,31});|\]\s*[([]|^\s*\[[^\]]+\]:/imu;
/** Whatever a mail program would make a link of: an address, or a name that ends like a domain. */
const ADDRESSES = [
  /[a-z][a-z0-9+.-]*:\/\/|\b(?:mailto|tel|javascript|data):|\bwww\.|\S@\S/iu,
  /[\p{L}\p{N}-]{2,}\s?\.(?:xn--[a-z0-9-]+|\p{L}{2,})/u,
  /\b[a-z0-9]\.(?:com?|me|ly|io|cc|net|org)\b/iu,
  /[a-z0-9-]+\u3002[a-z]{2,}/iu,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/u,
];

type ParagraphProblem = 'too-long' | 'link' | 'markup' | 'control';

/** What is wrong with somebody's own words; null where nothing is. */
export const checkParagraph = (text: string): ParagraphProblem | null => {
  const said = text.normalize('NFKC');
  if (UNSEEN.test(text)) return 'control';
  if (text.length > LONGEST_PARAGRAPH) return 'too-long';
  if (MARKUP.test(said)) return 'markup';
  return ADDRESSES.some((one) => one.test(said)) ? 'link' : null;
};

const Address = z.email().max(254);

/**
 * Whether a letter may go there; another domain than the customer's may be right, and somebody should look twice. One that only looks
 * like it never is. In other letters than Latin a domain is written, and shown, as xn--….
 */
export const checkRecipient = (
  address: string,
  { domain }: Pick<Case['customer'], 'domain'>,
): 'not-an-address' | 'mimics' | 'other-domain' | null => {
  if (!Address.safeParse(address).success) return 'not-an-address';
  const theirs = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const ours = domain?.toLowerCase() ?? theirs;
  if (theirs === ours || theirs.endsWith(`.${ours}`)) return null;
  return isLookAlike(theirs, ours) ? 'mimics' : 'other-domain';
};
