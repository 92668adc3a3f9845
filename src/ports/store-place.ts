/** Where a store is. Its name tells people, and holds no password. */
export type StorePlace =
  | { readonly kind: 'file'; readonly folder: string; readonly name: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly name: string };

/** One with an @ in it would be the rest of a password in which a slash was not written as %2F. */
const DATABASE_NAME = /^\/[^/@]+$/;

export const inFolder = (folder: string): StorePlace => ({ kind: 'file', folder, name: `the folder ${folder}` });

const inDatabase = (url: string): StorePlace | null => {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname, searchParams, hash } = new URL(url);
  const where = host || searchParams.get('host');
  if (!['postgres:', 'postgresql:'].includes(protocol) || !where || !DATABASE_NAME.test(pathname) || hash !== '') return null;
  return { kind: 'postgres', url, name: `PostgreSQL at ${where}${pathname}` };
};

/** Reads postgres://USER@HOST/NAME and file:FOLDER; null where it is neither. */
export const storePlaceAt = (url: string): StorePlace | null => {
  const [, folder] = /^file:(?:\/\/(?=\/))?((?!\/\/).+)$/.exec(url) ?? [];
  return folder === undefined ? inDatabase(url) : inFolder(folder);
};
