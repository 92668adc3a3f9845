/** The address of a page of the web, as it will be opened; null where it is anything else, or names somebody before the host. */
export const webAddress = (text: string): string | null => {
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, href } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username === '' && password === '' ? href : null;
};
