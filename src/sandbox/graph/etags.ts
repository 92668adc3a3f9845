import type { Call } from '../routing.ts';
import type { Assignment, Relationship } from '../granted.ts';
import { failed } from './answers.ts';
import type { Failed } from './answers.ts';

const weak = (text: string): string => `W/"${Buffer.from(text).toString('base64')}"`;

const FIRST = 0x40000000;

export const etagOfRelationship = ({ version }: Relationship): string =>
  weak(`'"${(FIRST + version).toString(16)}-0000-1000-0000-000000000000"'`);

export const etagOfAssignment = ({ version }: Assignment): string => weak(`A${version === 0 ? '' : version}"`);

export const etagOfCustomer = weak('C"');

/** Somebody who says which version they mean has to mean the present one. */
export const staleness = ({ asked }: Call, etag: string): Failed | null => {
  const meant = asked.headers['if-match'];
  if (meant === undefined || meant === '*' || meant === etag) return null;
  return failed(412, 'The ETag supplied in If-Match does not match the current version.');
};

/** Changes are for those who say which version they have seen. */
export const precondition = (call: Call, etag: string): Failed | null =>
  call.asked.headers['if-match'] === undefined ? failed(400, 'The If-Match header is required.') : staleness(call, etag);
