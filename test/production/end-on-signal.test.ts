import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { endOnSignal } from '../../src/end-on-signal.ts';

const listening = () => {
  const signals = new EventEmitter();
  const happened: string[] = [];
  let now = 0;
  const note = (what: string) => () => void happened.push(what);
  endOnSignal(note('ends'), { signals, even: () => now, giveUp: note('gives up') });
  return {
    happened,
    signal: (name: 'SIGTERM' | 'SIGINT', at: number): void => {
      now = at;
      signals.emit(name);
    },
  };
};

test('Ctrl+C that comes from the terminal and once more from npm is one wish', () => {
  const { happened, signal } = listening();
  signal('SIGINT', 0);
  signal('SIGINT', 30);
  expect(happened).toEqual(['ends']);
});

test('whoever asks again does not want to wait', () => {
  const { happened, signal } = listening();
  signal('SIGTERM', 0);
  signal('SIGINT', 2_000);
  expect(happened).toEqual(['ends', 'gives up']);
});
