/** Pages of ours for customers. */
const ours = /^\/(letter|answers)(\/|$)/;

interface Here {
  /** Host and port of this page. */
  readonly host: string;
  /** Where the pages of the made-up Microsoft are. */
  readonly outside: string;
}

/**
 * Where a link of a letter leads in the made-up world: what we host is here, without the https that letters print; whatever else is
 * brought to the made-up Microsoft, which knows its invitations and says so when it does not know one.
 */
export const linkTarget = (
  link: string,
  { host, outside }: Here,
  who: { readonly customer: string; readonly lang: string },
): string => {
  const { host: at, pathname, search } = new URL(link);
  if (at === host && ours.test(pathname)) return `${pathname}${search}`;
  return `${outside}/customers/open?${new URLSearchParams({ link, ...who }).toString()}`;
};
