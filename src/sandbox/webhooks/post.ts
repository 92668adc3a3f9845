import { request } from 'node:http';

/** What a receiver said: its status, or why there was none. */
export type Answered = { readonly status: number } | { readonly status: null; readonly why: string };

export type Post = (url: string, headers: Readonly<Record<string, string>>, raw: Buffer) => Promise<Answered>;

const RECEIVER_MS = 10_000;

const isHere = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/** Posts to a receiver on this machine: the made-up world speaks to nobody else. */
export const postHere: Post = (url, headers, raw) => {
  if (!URL.canParse(url) || !isHere(new URL(url))) {
    return Promise.resolve({ status: null, why: 'The receiver is not on this machine.' });
  }
  return new Promise((resolve) => {
    const call = request(url, { method: 'POST', headers: { ...headers, 'Content-Length': String(raw.length) } });
    call.setTimeout(RECEIVER_MS, () => call.destroy(new Error('The receiver took too long.')));
    call.on('error', (problem) => {
      resolve({ status: null, why: problem.message });
    });
    call.on('response', (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0 });
    });
    call.end(raw);
  });
};
