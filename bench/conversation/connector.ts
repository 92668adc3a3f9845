/** Where bots bring what they have to say: takes everything, and remembers how much that was. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from './served.ts';

let taken = 0;
let last = '';

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    taken += 1;
    last = Buffer.concat(chunks).toString('utf8');
    response.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"1:${taken}"}`);
  });
});

const answers = {
  /** How much was brought since the last time, and the last of it. */
  taken: () => {
    const count = taken;
    taken = 0;
    return { count, last };
  },
};

export type Connector = typeof answers;

server.listen(0, '127.0.0.1', () => {
  serve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, answers);
});
