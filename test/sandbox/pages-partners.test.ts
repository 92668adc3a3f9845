import { describe, expect, test } from '@jest/globals';
import { granitt, nordlys } from '../support/sandbox-world.ts';
import { accept, asked, noticeIn, refuse } from '../support/visiting.ts';

describe('the other partner', () => {
  test('sees what it is asked for with nothing chosen, and what cannot move cannot be chosen', async () => {
    const { visit, page, azure, transfer } = asked();
    const { text } = await visit(page);
    const boxes = [...text.matchAll(/<input type="checkbox"[^>]*>/g)]
      .map(([box]) => box)
      .filter((box) => box.includes(transfer.id));
    expect(boxes).toHaveLength(4);
    expect(boxes.filter((box) => box.includes('checked'))).toHaveLength(0);
    expect(boxes.filter((box) => box.includes('disabled')).map((box) => box.includes(azure[2]?.id ?? '-'))).toStrictEqual([true]);
  });

  test('accepts two of three, which move; the third stays', async () => {
    const { answer, page, action, azure, transfer, pass } = asked();
    const [first, second] = azure;
    const reservation = first?.reservations[0]?.id ?? '';
    const items = [first?.id ?? '', reservation].map((id) => ['item', id] as const);
    const { landed } = await answer(page, action, [...accept, ...items]);
    expect(noticeIn(landed.text)).toContain('Chosen: 2. They move in 15 minutes at most');
    expect(transfer.status).toBe('InProgress');
    pass({ minutes: 16 });
    expect(transfer.status).toBe('Complete');
    expect([first?.seller, second?.seller]).toStrictEqual([nordlys, granitt]);
  });

  test('cannot accept nothing, nor what has gone out of use, and is told so', async () => {
    const { answer, page, action, azure, transfer } = asked();
    const nothing = await answer(page, action, accept);
    expect(noticeIn(nothing.landed.text)).toContain('nothing was chosen');
    const unused = await answer(page, action, [...accept, ['item', azure[2]?.id ?? '']]);
    expect(noticeIn(unused.landed.text)).toContain('one of the chosen items is not active');
    expect(transfer.status).toBe('Pending');
  });

  test('declines', async () => {
    const { answer, page, action, transfer } = asked();
    const { landed } = await answer(page, action, refuse);
    expect(transfer.status).toBe('Reject');
    expect(noticeIn(landed.text)).toContain('You have declined.');
  });

  test('answers nobody else’s requests, and whoever asked may only withdraw', async () => {
    const { fill, visit, answer, transfer, action } = asked();
    const withdraw = [['answer', 'withdraw']] as const;
    const forged = await fill(`/partners/${nordlys}`, action, accept);
    expect((await visit(forged.to, { form: forged.form })).status).toBe(403);
    expect(transfer.status).toBe('Pending');
    await answer(`/partners/${nordlys}`, action, withdraw);
    expect(transfer.status).toBe('Cancel');
  });

  test('sees what it still holds in customers’ Azure, and lets go of it', async () => {
    const { answer, azure } = asked();
    const elsewhere = [...(azure[1]?.roleAssignments ?? [])];
    const held = azure[0]?.roleAssignments.find(({ principalType }) => principalType === 'ForeignGroup');
    await answer(`/partners/${granitt}`, `${held?.name ?? ''}/remove`);
    expect(azure[0]?.roleAssignments).not.toContain(held);
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(azure[1]?.roleAssignments).toStrictEqual(elsewhere);
  });
});
