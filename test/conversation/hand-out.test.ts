import { describe, expect, test } from '@jest/globals';
import { seenOf } from '../../src/cases/seen.ts';
import { doing, inviting, offered, renewing } from '../support/requests.ts';
import { atTalk, textOf } from '../support/talk-world.ts';
import { reached } from '../commands/reached.ts';

/** Another partner asks for what is ours, and the Admin agents have their cards. */
const asked = async () => {
  const at = atTalk();
  const does = doing(at.world);
  const id = await does.opened(offered(at.world));
  await at.tick();
  const current = () => does.current(id);
  return { ...at, does, id, current, seen: seenOf(await current()) };
};

describe('what another partner asks for', () => {
  test('is never agreed to with one press: the button opens the choice', async () => {
    const { presses, id, seen, current } = await asked();
    const reply = await presses('ada', 'approve', { id, seen, words: 'As agreed.' });
    expect(textOf(reply)).toContain('Nothing is chosen until you choose it');
    expect(await current()).toMatchObject({ status: 'awaiting-our-decision' });
  });

  test('nor by what is typed', async () => {
    const { says, id, current } = await asked();
    expect(textOf(await says('ada', `approve ${id}`))).toContain('Hand out: choose what may go');
    expect(await current()).toMatchObject({ status: 'awaiting-our-decision' });
  });

  test('is chosen from by whoever wants to decide, and everything else is only shown', async () => {
    const { says, id, does } = await asked();
    expect(textOf(await says('ada', `decide ${id}`))).toContain('Hand out: choose what may go');
    const other = await does.opened(inviting());
    expect(textOf(await says('bo', `decide ${other}`))).toContain('Waiting for approval');
    expect(await does.status(other)).toBe('awaiting-approval');
  });

  test('is refused with one press and a reason', async () => {
    const { presses, id, seen, current } = await asked();
    const reply = await presses('ada', 'decline', { id, seen, words: 'Nobody there has told us.' });
    // Nobody of ours has asked, and the other partner is told nothing.
    expect(textOf(reply)).toContain('Nothing is sent to the other partner');
    expect(await current()).toMatchObject({ status: 'refused' });
  });

  test('is not shown item by item to those who have no say in it', async () => {
    const { says, id } = await asked();
    const reply = textOf(await says('ana', `approve ${id}`));
    expect(reply).toContain('takes another role');
    expect(reply).not.toContain('Web shop');
  });

  test('that a colleague has decided meanwhile says who it was', async () => {
    const { presses, does, id, seen } = await asked();
    await does.decide(id, 'bo', { choice: 'agree', items: ['archive'], words: '' });
    expect(textOf(await presses('ada', 'approve', { id, seen }))).toContain('Bo Dahl');
  });

  test('says until when silence keeps everything', async () => {
    const { says, id } = await asked();
    expect(textOf(await says('ada', `case ${id}`))).toContain('without an answer the request lapses');
  });
});

describe('renewing and ending', () => {
  test('begin with the case whose card the button stands on', async () => {
    const at = atTalk();
    const id = await reached['admin-relationship'].active(at.world, doing(at.world));
    const card = textOf(await at.says('ana', `case ${id}`));
    expect(card).toContain(`renew ${id}`);
    expect(textOf(await at.says('ana', `renew ${id}`))).toContain('Renew: the rights');
    expect(textOf(await at.says('ada', `end ${id}`))).toContain('End: what is to end');
  });

  test('are requests like any other, and their cards say what is wanted', async () => {
    const at = atTalk();
    const does = doing(at.world);
    const old = await reached['admin-relationship'].active(at.world, does);
    const id = await does.opened(renewing(old));
    await at.tick();
    expect(textOf(await at.says('ada', `case ${id}`))).toContain('To renew granular admin with a new relationship');
    expect(textOf(await at.presses('ada', 'approve', { id, seen: seenOf(await does.current(id)) }))).toContain(
      'Your approval is kept',
    );
  });

  test('of a case that waits for approval are offered to nobody', async () => {
    const at = atTalk();
    const id = await doing(at.world).opened(inviting());
    expect(textOf(await at.says('ada', `case ${id}`))).not.toContain(`renew ${id}`);
  });
});
