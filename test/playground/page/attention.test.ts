import { describe, expect, test } from '@jest/globals';
import { createAttention } from '../../../src/playground/page/attention.ts';
import type { PersonView } from '../../../src/playground/play/view.ts';

const chat = (id: string, stamp: number) => ({ id, kind: 'group', name: id, stamp }) as const;
const ana: PersonView = {
  id: 'ana',
  name: 'Ana',
  locale: 'es-ES',
  pane: 'agent',
  roles: [],
  chats: [chat('own', 3), chat('sales', 5)],
};

describe('what is new', () => {
  test('is nothing that was there before the reader came', () => {
    const { begin, isNew } = createAttention();
    begin([ana], 1);
    expect(ana.chats.map((one) => isNew(ana, one))).toEqual([false, false]);
  });

  test('is whatever has grown since the reader saw it, and a chat that has come since', () => {
    const { begin, isNew, look } = createAttention();
    begin([ana], 1);
    expect([isNew(ana, chat('own', 4)), isNew(ana, chat('new', 1))]).toEqual([true, true]);
    look(ana, chat('own', 4));
    expect([isNew(ana, chat('own', 4)), isNew(ana, chat('own', 6))]).toEqual([false, true]);
  });

  test('stays new when the server tells again of all that there is; but one that has started anew counts from elsewhere', () => {
    const { begin, isNew } = createAttention();
    begin([ana], 1);
    begin([{ ...ana, chats: [chat('own', 9)] }], 1);
    expect(isNew(ana, chat('own', 9))).toBe(true);
    begin([{ ...ana, chats: [chat('own', 9)] }], 2);
    expect(isNew(ana, chat('own', 9))).toBe(false);
  });
});
