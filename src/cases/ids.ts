import * as z from 'zod';
import { sha256 } from './digest.ts';

/** Short enough to be read out over the telephone, without letters that look like digits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

export const CaseId = z
  .string()
  .regex(/^(?:ADM|AZ|ASK)-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  .brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;

/** The same request has the same id however often it arrives, so that it can open one case only. */
export const caseIdFor = (prefix: 'ADM' | 'AZ' | 'ASK', key: string): CaseId => {
  let bits = BigInt(`0x${sha256(`${prefix} ${key}`)}`);
  let text = '';
  for (let at = 0; at < LENGTH; at++) {
    text += LETTERS[Number(bits & 31n)] ?? '';
    bits >>= 5n;
  }
  return `${prefix}-${text.slice(0, 5)}-${text.slice(5)}` as CaseId;
};
