import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';

/** What becomes of the next thing that is sent: it never arrives, or what is answered does not. */
type Fault = 'question-lost' | 'answer-lost';

/** The server is ready for the next question, and in no transaction. */
const ALL_ANSWERED = Buffer.from([...Buffer.from('Z'), 0, 0, 0, 5, ...Buffer.from('I')]);

/** A line to a database that can be cut. */
export const faultyLine = async (url: string) => {
  const there = new URL(url);
  const pairs = new Set<readonly [near: Socket, far: Socket]>();
  let fault: Fault | null = null;
  let faults = 0;

  const server = createServer((near) => {
    const far = connect(Number(there.port), there.hostname);
    const pair = [near, far] as const;
    const cut = (): void => {
      pairs.delete(pair);
      for (const end of pair) end.destroy();
    };
    pairs.add(pair);
    let isDoomed = false;
    near.on('data', (bytes) => {
      const now = fault;
      fault = null;
      if (now !== null) faults++;
      if (now === 'question-lost') {
        cut();
        return;
      }
      isDoomed ||= now === 'answer-lost';
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (!isDoomed) near.write(bytes);
      else if (bytes.includes(ALL_ANSWERED)) cut();
    });
    for (const end of pair) end.on('close', cut).on('error', cut);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  const here = new URL(url);
  here.port = String(address.port);
  return {
    url: here.href,
    /** The next thing that is sent, on whatever connection, meets this. */
    next: (what: Fault) => void (fault = what),
    faults: () => faults,
    cutAll: () => {
      for (const [near, far] of pairs) for (const end of [near, far]) end.destroy();
    },
    close: () => void server.close(),
  };
};
