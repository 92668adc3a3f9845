import { describe, expect, test } from '@jest/globals';
import type { Dispatcher } from 'undici';
import { askOnce } from '../../src/wire/ask-once.ts';
import { usualLimits } from '../../src/wire/limits.ts';

type Handler = Dispatcher.DispatchHandler;

const outgoing = { origin: 'http://127.0.0.1', path: '/', method: 'POST', headers: {}, body: '{}' } as const;

/** Connects only when it is told to, and notes whether it was stopped before it wrote anything. */
const slowDispatcher = () => {
  let handler: Handler = {};
  const aborted: unknown[] = [];
  const controller = { abort: (reason: unknown) => aborted.push(reason) } as unknown as Dispatcher.DispatchController;
  const dispatch = (_: unknown, given: Handler): boolean => {
    handler = given;
    return true;
  };
  return {
    dispatcher: { dispatch } as unknown as Dispatcher,
    connect: () => handler.onRequestStart?.(controller, null),
    aborted,
  };
};

describe('asking once', () => {
  test('whoever got its connection after we had given up is not asked any more: nothing was sent, and nothing will be', async () => {
    const { dispatcher, connect, aborted } = slowDispatcher();
    const arrival = await askOnce(dispatcher, outgoing, { ...usualLimits, attemptMs: 5 });
    connect();
    expect(arrival).toMatchObject({ kind: 'not-sent' });
    expect(aborted.length).toBe(1);
  });

  test('whoever was being asked when we gave up is hung up on, and may have heard', async () => {
    const { dispatcher, connect, aborted } = slowDispatcher();
    const asked = askOnce(dispatcher, outgoing, { ...usualLimits, attemptMs: 5 });
    connect();
    expect(await asked).toMatchObject({ kind: 'silent' });
    expect(aborted.length).toBe(1);
  });
});
