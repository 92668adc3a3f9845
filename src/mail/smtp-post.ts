import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Mailing, Post } from '../ports.ts';
import type { MailServer } from './mail-server.ts';
import { whatCameOfIt } from './what-came-of-it.ts';
import type { Failed } from './what-came-of-it.ts';

interface Limits {
  readonly connectMs: number;
  readonly greetingMs: number;
  /** Without a word from them. */
  readonly silenceMs: number;
  /** For all of it: shorter than whoever carries out letters waits. */
  readonly wholeMs: number;
  readonly atOnce: number;
}

const usualLimits: Limits = { connectMs: 15_000, greetingMs: 15_000, silenceMs: 60_000, wholeMs: 90_000, atOnce: 3 };

interface SmtpPost extends Post {
  readonly close: () => void;
}

/** Nothing in it could end the command that it stands in, or begin another one. */
const ADDRESS = /^[^\s\p{C}<>@,;:"()[\]\\]+@[^\s\p{C}<>@,;:"()[\]\\]+$/u;

const failedAs = (error: unknown): Failed => (error instanceof Error ? error : { message: String(error) });

/**
 * Hands messages to one mail server, over a few connections that are kept. What it may have taken is unknown, and never asked for
 * again from here.
 */
export const createSmtpPost = (server: MailServer, options: Partial<Limits> = {}): SmtpPost => {
  const limits = { ...usualLimits, ...options };
  const transport = createTransport({
    pool: true,
    host: server.host,
    port: server.port,
    secure: server.isSecure,
    requireTLS: server.needsEncryption,
    ignoreTLS: !server.needsEncryption,
    ...(server.user && { auth: { user: server.user.name, pass: server.user.password } }),
    maxConnections: limits.atOnce,
    // A kept connection that they have closed meanwhile: another one, as long as nothing of the message was said.
    maxRequeues: 1,
    connectionTimeout: limits.connectMs,
    greetingTimeout: limits.greetingMs,
    socketTimeout: limits.silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  /** What they read each message from; read only once they have said that they take it. */
  const outgoing = new WeakMap<object, Readable>();
  transport.use('stream', (mail, done) => {
    const { raw } = mail.data;
    mail.message.processFunc((input) => {
      const output = input.pipe(new PassThrough());
      if (raw instanceof Buffer) outgoing.set(raw, output);
      return output;
    });
    done();
  });

  const send = async ({ from, to, eml }: Mailing, raw: Buffer): Promise<void> => {
    await transport.sendMail({
      envelope: { from, to, use8BitMime: /[^\x00-\x7f]/.test(eml) },
      raw,
      signal: AbortSignal.timeout(limits.wholeMs),
    });
  };

  return {
    send: async (mailing, now) => {
      if (![mailing.from, mailing.to].every((address) => ADDRESS.test(address)))
        return { kind: 'refused', code: 'unsendable', words: 'An address holds what no address can.' };
      const raw = Buffer.from(mailing.eml, 'utf8');
      try {
        await send(mailing, raw);
        return { kind: 'sent' };
      } catch (error) {
        return whatCameOfIt(failedAs(error), outgoing.get(raw)?.readableDidRead ?? false, now);
      }
    },
    close: () => {
      transport.close();
    },
  };
};
