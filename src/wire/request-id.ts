import { createHash, randomUUID } from 'node:crypto';

const GUID = /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/;

const stable = (text: string): string => createHash('sha256').update(text).digest('hex').replace(GUID, '$1-$2-8$3-a$4-$5');

/**
 * The ids of one call's requests: the same one until there has been an answer, and then the next one, because services take
 * a repeated id for a repeated request. The same name gives the same ids, for the same call.
 */
export const requestIdsOf = (name: string | undefined, method: string, path: string): ((answers: number) => string) => {
  const root = name === undefined ? randomUUID() : JSON.stringify([name, method, path]);
  return (answers) => stable(`${root} ${answers}`);
};
