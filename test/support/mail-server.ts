import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions, SMTPServerSession } from 'smtp-server';

/** A message as it has arrived. */
interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  readonly eml: string;
  readonly messageId: string;
}

type Answer = (error?: Error | null) => void;

/** What a server says with a status other than yes. */
export const says = (status: number, words: string): Error => Object.assign(new Error(words), { responseCode: status });

interface Manners extends Omit<SMTPServerOptions, 'onMailFrom' | 'onRcptTo' | 'onData'> {
  readonly onMailFrom?: (answer: Answer, connection: Connection) => void;
  readonly onRcptTo?: (answer: Answer, connection: Connection) => void;
  /** Asked whether they take the message; they have not said yes. */
  readonly beforeData?: (answer: Answer, connection: Connection) => void;
  /** All of the message is there, and the final dot. */
  readonly onDot?: (answer: Answer, connection: Connection) => void;
}

interface Connection {
  /** To whom the message goes, as far as they have been named. */
  readonly to: string;
  /** As if the line were cut. */
  readonly cut: () => void;
}

/** What the server keeps of a connection. */
interface Held {
  readonly id: string;
  readonly _socket: { readonly destroy: () => void };
}

/** Says no, each time it is asked. */
export const refuses =
  (status: number, words: string) =>
  (answer: Answer): void => {
    answer(says(status, words));
  };

/** Cuts the line, each time it is asked. */
export const cuts = (_: Answer, { cut }: Connection): void => {
  cut();
};

const messageIdIn = (eml: string): string => /^Message-ID: (\S+)/im.exec(eml)?.[1] ?? '';

/** A real mail server on loopback, with the manners that a test wants it to have. Its letter box is what has reached the final dot. */
export const mailServer = async ({ onMailFrom, onRcptTo, beforeData, onDot, ...options }: Manners = {}) => {
  const arrived: Arrived[] = [];
  const connectionOf = ({ id, envelope }: SMTPServerSession, named = envelope.rcptTo): Connection => ({
    to: named.map(({ address }) => address).join(),
    cut: () => {
      for (const one of server.connections as Set<Held>) if (one.id === id) one._socket.destroy();
    },
  });
  const server: SMTPServer = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 10,
    ...options,
    onMailFrom: (_, session, answer) => {
      if (onMailFrom) onMailFrom(answer, connectionOf(session));
      else answer();
    },
    onRcptTo: (address, session, answer) => {
      if (onRcptTo) onRcptTo(answer, connectionOf(session, [address]));
      else answer();
    },
    onData: (stream, session, answer) => {
      beforeData?.(answer, connectionOf(session));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const eml = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        arrived.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          eml,
          messageId: messageIdIn(eml),
        });
        if (onDot) onDot(answer, connectionOf(session));
        else answer();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      resolve();
    }),
  );
  return {
    port: (server.server.address() as AddressInfo).port,
    arrived,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
};
