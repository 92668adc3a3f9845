import { expect, test } from '@jest/globals';
import { reached } from '../commands/reached.ts';
import { doing } from '../support/requests.ts';
import { atTalk, textOf } from '../support/talk-world.ts';

test('a pause that is refused leaves in the field what was typed there, and no date that nobody has typed', async () => {
  const { says, presses, world } = atTalk();
  const id = await reached['admin-relationship']['awaiting-customer'](world, doing(world));
  const typed = textOf(await says('ana', `pause ${id} 300 days`));
  expect(typed).toContain('The case lapses on');
  expect(typed).toContain('300 days');
  const reason = 'Marta is on leave until then.';
  await world.run({ days: 80 });
  const pressed = textOf(await presses('ana', 'pause-reminders', { id, words: reason }));
  expect(pressed).toContain('The case lapses on');
  expect(pressed).toContain(reason);
});
