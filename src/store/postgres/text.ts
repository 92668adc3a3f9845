const isKeepable = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.every(isKeepable);
  return typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0'));
};

/** Whether a column can hold it as it is: PostgreSQL knows no NUL, and half a letter would be another one afterwards. */
export const areKeepable = (values: readonly unknown[]): boolean => values.every(isKeepable);

/** A text that sorts as bytes the way texts sort in this program, whatever the language of the database. */
export const sortKey = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
