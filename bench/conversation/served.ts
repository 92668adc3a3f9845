/** Each server in a process of its own, so that nobody's work is taken for another's. Whoever starts one asks it by message. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

/** What can be asked of a process: its argument, and what is answered. */
export type Answers = Readonly<Record<string, (wants: never) => unknown>>;

type Wants<A extends Answers, What extends keyof A> = Parameters<A[What]>;
type Gets<A extends Answers, What extends keyof A> = Awaited<ReturnType<A[What]>>;

export interface Served<A extends Answers> {
  readonly url: string;
  readonly ask: <What extends keyof A & string>(what: What, ...wants: Wants<A, What>) => Promise<Gets<A, What>>;
  readonly stop: () => Promise<void>;
}

/** What every server can be asked: how much processor time it has taken so far, in microseconds, all its threads together. */
export const ownWork = {
  cpu: (): number => {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
};

/** In a server's process: tells where it listens, and answers from then on. */
export const serve = (url: string, answers: Answers): void => {
  process.on('message', ([what, wants]: [string, never]) => {
    void (async () => process.send?.([await answers[what]?.(wants)]))();
  });
  process.on('disconnect', () => process.exit());
  process.send?.(url);
};

/** Starts a server of this folder. One question is asked at a time. */
export const started = async <A extends Answers>(script: string, setting: object = {}): Promise<Served<A>> => {
  const child = fork(new URL(script, import.meta.url), [JSON.stringify(setting)], { execArgv: [] });
  const ended = once(child, 'exit').then(([status]: unknown[]) => {
    throw new Error(`${script} ended with ${String(status)}`);
  });
  ended.catch(() => undefined);
  const message = async (): Promise<unknown> => ((await Promise.race([once(child, 'message'), ended])) as unknown[])[0];
  const url = (await message()) as string;
  return {
    url,
    ask: async <What extends keyof A & string>(what: What, ...wants: Wants<A, What>): Promise<Gets<A, What>> => {
      const answered = message();
      child.send([what, ...wants]);
      const [answer] = (await answered) as [Gets<A, What>];
      return answer;
    },
    stop: async () => {
      if (!child.connected) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
};
