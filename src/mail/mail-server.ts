/** Where our mail is taken, and how it is spoken to. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** Encrypted from its first byte on; elsewhere the connection becomes so before anything of ours is said. */
  readonly isSecure: boolean;
  /** Only on this very machine may anything be said that others could read. */
  readonly needsEncryption: boolean;
  readonly user: { readonly name: string; readonly password: string } | null;
}

const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;

const isHere = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

/** Reads smtp://host:587 or smtps://host:465, with `name:password@` where somebody has to be named; null where it is neither. */
export const mailServerAt = (address: string, password: string | null = null): MailServer | null => {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port, username, password: written, pathname, search, hash } = new URL(address);
  const isKnown = protocol === 'smtp:' || protocol === 'smtps:';
  if (!isKnown || hostname === '' || pathname.length > 1 || search !== '' || hash !== '') return null;
  const named = { name: decodeURIComponent(username), password: password ?? decodeURIComponent(written) };
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? PORTS[protocol] : Number(port),
    isSecure: protocol === 'smtps:',
    needsEncryption: !isHere(hostname),
    user: username === '' ? null : named,
  };
};
