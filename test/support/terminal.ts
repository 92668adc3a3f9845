import { run } from '../../src/cli/run.ts';

export interface Ran {
  status: number;
  out: string;
  err: string;
}

/** Runs a command as a shell would, without a process. */
export const handshake = async (words: string, input = ''): Promise<Ran> => {
  const out: string[] = [];
  const err: string[] = [];
  const status = await run(words.split(' '), {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    input: async function* () {
      await Promise.resolve();
      yield input;
    },
  });
  return { status, out: out.join('\n'), err: err.join('\n') };
};
