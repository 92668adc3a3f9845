import { isLoopback } from './service-url.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** What those who pass on for others add, and browsers that carry a page's call. */
const OTHERS = /^(?:forwarded|via|x-real-ip|x-original-|x-forwarded-|cf-|origin$|referer$|sec-fetch-site$)/;

const hostIn = (headers: Headers): string => {
  const address = `http://${headers.host ?? ''}`;
  return URL.canParse(address) ? new URL(address).hostname : '';
};

/** Whether a program on this machine calls by itself, by the machine's own name: no proxy, no tunnel, and no page of anybody's. */
export const isDirect = (headers: Headers): boolean =>
  isLoopback(hostIn(headers)) && !Object.keys(headers).some((name) => OTHERS.test(name));
