const matches = (allowed: string, { protocol, host, origin }: URL): boolean => {
  if (allowed.includes('://')) return origin === allowed;
  if (protocol !== 'https:') return false;
  return allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed;
};

/** Whether somebody who names this address may be answered there; the bot's token goes along with the answer. */
export const mayBeAnswered = (serviceUrl: string, allowed: readonly string[]): boolean => {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  const isBare = url.username === '' && url.password === '' && !/[?#]/.test(serviceUrl);
  return isBare && allowed.some((one) => matches(one, url));
};

const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\[?::1\]?|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

/** An address of this machine, which nobody outside it has. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);
