import { isIP } from 'node:net';

interface Request {
  /** The other end of the connection. */
  readonly peer: string;
  /** `X-Forwarded-For`, as it came: whoever calls may have begun it. */
  readonly forwarded: string | undefined;
}

/** Some proxies write the port, too. */
const withoutPort = (written: string): string => {
  const bare = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(written) ?? /^([\d.]+):\d{1,5}$/.exec(written);
  return bare?.[1] ?? written;
};

/**
 * Who calls, where so many proxies of ours stand before us. Each of them has added at the end by whom it was called, so the
 * address counted from the end is theirs to say; whatever stands before it the caller may have made up.
 */
export const callerOf = ({ peer, forwarded }: Request, proxies: number): string => {
  if (proxies === 0 || forwarded === undefined) return peer;
  const said = forwarded.split(',').at(-proxies)?.trim() ?? '';
  const address = withoutPort(said);
  // Whatever is no address came past our proxies, or they are not set up as we were told.
  return isIP(address) === 0 ? peer : address;
};
