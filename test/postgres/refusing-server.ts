import { once } from 'node:events';
import { createServer } from 'node:net';

const message = (letter: string, body: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(Buffer.byteLength(body) + 4);
  return Buffer.concat([Buffer.from(letter), length, Buffer.from(body)]);
};

const PASSWORD = message('R', '\0\0\0\x03');
const PROOF = message('R', '\0\0\0\nSCRAM-SHA-256\0\0');
const GO_ON = message('R', '\0\0\0\x0br=once,s=c2FsdA==,i=1');

/** Speaks PostgreSQL just long enough to be told a password, or to want a proof of one, and lets nobody in. */
export const refusingServer = async (code: string, words: string, wants: 'password' | 'proof' = 'password') => {
  const passwords: string[] = [];
  const server = createServer((near) => {
    near.once('data', () => {
      near.write(wants === 'password' ? PASSWORD : PROOF);
      near.once('data', (answer) => {
        if (wants === 'proof') {
          near.write(GO_ON);
          return;
        }
        passwords.push(answer.subarray(5, -1).toString());
        near.end(message('E', `SFATAL\0VFATAL\0C${code}\0M${words}\0\0`));
      });
    });
    near.on('error', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return {
    ...{ host: `127.0.0.1:${address.port}`, passwords },
    /** Ends when whoever was not let in has gone. */
    close: async (): Promise<void> => {
      server.close();
      await once(server, 'close');
    },
  };
};
