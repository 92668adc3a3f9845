import type { ServerResponse } from 'node:http';
import type { Outgoing } from './outgoing.ts';

/** Sends an answer, or as much of it as is left before the line is cut. */
export const send = (response: ServerResponse, { status, headers, bytes, cutAfter }: Outgoing): void => {
  if (cutAfter === 0) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': String(bytes.length) }) });
  if (cutAfter === null) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, cutAfter), () => {
    response.destroy();
  });
};
