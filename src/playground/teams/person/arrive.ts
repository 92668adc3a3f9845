import { activityOf } from '../activity.ts';
import type { Activity } from '../activity.ts';
import { noteIn } from '../transcript.ts';
import { botAddress } from '../world.ts';
import type { Standing } from './line.ts';

const tellBot = async (at: Standing, what: Activity): Promise<void> => {
  await at.line.message(activityOf(at, { id: `f:${at.world.nextId()}`, ...what }));
};

/** Adds the bot to a chat, or to oneself. */
export const install = async (at: Standing): Promise<void> => {
  const { world, chat, person } = at;
  chat.hasBot = true;
  if (chat.kind === 'personal') world.installed.add(person.id);
  noteIn(world, { chat, who: person }, { kind: 'installed' });
  await tellBot(at, { type: 'installationUpdate', action: 'add' });
  await tellBot(at, { type: 'conversationUpdate', membersAdded: [{ id: botAddress(world) }] });
};

/** Takes the bot out again. Of a personal chat it only learns that it was uninstalled. */
export const uninstall = async (at: Standing): Promise<void> => {
  const { world, chat, person } = at;
  chat.hasBot = false;
  if (chat.kind === 'personal') world.installed.delete(person.id);
  noteIn(world, { chat, who: person }, { kind: 'uninstalled' });
  await tellBot(at, { type: 'installationUpdate', action: 'remove' });
  if (chat.kind !== 'personal') await tellBot(at, { type: 'conversationUpdate', membersRemoved: [{ id: botAddress(world) }] });
};
