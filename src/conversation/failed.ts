import type { Speaker } from '../languages/speak.ts';
import type { Shown } from './show.ts';

/** Something of ours broke: whoever runs the bot finds the details under this reference. */
export const failedShown = (speaker: Speaker, reference: string): Shown => ({
  screen: 'failed',
  data: { why: speaker.say('talk.failed'), reference, buttons: [] },
});
