import type { EventEmitter } from 'node:events';

/** npm hands Ctrl+C on to a program that the terminal has told already: within this time that is no second wish. */
const SAME_WISH_MS = 500;

interface Hands {
  readonly signals: Pick<EventEmitter, 'on'>;
  /** Milliseconds since some moment; runs evenly. */
  readonly even: () => number;
  /** Ends the program as it stands. */
  readonly giveUp: () => void;
}

const ours: Hands = {
  signals: process,
  even: () => performance.now(),
  giveUp: () => process.exit(1),
};

/** The first signal ends a program in good order, a second one at once. */
export const endOnSignal = (end: () => unknown, { signals, even, giveUp }: Hands = ours): void => {
  let since: number | null = null;
  const onSignal = (): void => {
    if (since === null) {
      since = even();
      end();
    } else if (even() - since > SAME_WISH_MS) giveUp();
  };
  signals.on('SIGTERM', onSignal);
  signals.on('SIGINT', onSignal);
};
