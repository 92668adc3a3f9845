import type { Says } from '../../policy/index.ts';
import type { Cloud } from '../../policy/index.ts';
import { plain } from '../../languages/speak.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Button } from '../../cards/screens.ts';
import type { Senders } from '../../letters/words.ts';
import { drawCustomer } from './customer.ts';
import { button } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import type { KeptDraft } from './drafts.ts';
import { drawLetter } from './letter.ts';
import { drawRelationship } from './relationship.ts';
import { drawRoles } from './roles.ts';
import { drawTold } from './told.ts';
import { typed } from '../grammar/typed.ts';
import type { Shown } from '../show.ts';

interface Means {
  readonly clouds: readonly Cloud[];
  readonly senders: Senders;
  readonly nameOf: (id: string) => Promise<string | null>;
}

/** Every page but the last, which has to be weighed first. */
export const createPages =
  ({ clouds, senders, nameOf }: Means) =>
  async (drawing: Drawing): Promise<Shown> => {
    const { page, before } = drawing.filling;
    switch (page) {
      case 'customer':
        return drawCustomer(drawing, clouds);
      case 'relationship':
        return drawRelationship(drawing);
      case 'roles':
        return drawRoles(drawing);
      case 'told':
        return drawTold(drawing, before && (await nameOf(before.by)));
      case 'letter':
      case 'review':
        return drawLetter(drawing, senders);
    }
  };

/** A press under this mark goes on with what was left open, and one under the other gives it up for something new. */
export const RESUME = 'resume';
export const ANEW = 'anew';

const notice = (speaker: Speaker, line: string, buttons: readonly Button[] = []): Shown => ({
  screen: 'notice',
  data: { title: speaker.say('wizard.title'), tone: 'default', lines: [line], facts: [], buttons: [...buttons] },
});

const beginButton = (speaker: Speaker): Button => ({
  title: speaker.say('wizard.begin'),
  verb: 'say',
  id: typed({ wants: 'request-admin', customer: null }, speaker.language),
  seen: '',
  tone: 'default',
  asks: false,
});

export const offerToGoOn = ({ id, draft }: KeptDraft, speaker: Speaker): Shown => {
  const { filling } = draft;
  return notice(speaker, speaker.say('wizard.open', { customer: plain(filling.customer?.name ?? '') }), [
    button({ id, filling }, speaker.say('wizard.resume'), { seen: RESUME, tone: 'positive' }),
    button({ id, filling }, speaker.say('wizard.begin'), { verb: 'cancel', seen: ANEW }),
  ]);
};

/** Forwarded to somebody else, given up, or too old: in any case not to be gone on with. */
export const notYours = (speaker: Speaker): Shown => notice(speaker, speaker.say('wizard.notYours'), [beginButton(speaker)]);

export const nothingOpen = (speaker: Speaker): Shown => notice(speaker, speaker.say('wizard.nothingOpen'), [beginButton(speaker)]);

export const cancelled = (speaker: Speaker): Shown => notice(speaker, speaker.say('wizard.cancelled'), [beginButton(speaker)]);

export const mayNotAsk = (speaker: Speaker): Shown => notice(speaker, speaker.say('rule.H-MAY-ASK'));

export const comesLater = (speaker: Speaker): Shown => notice(speaker, speaker.say('wizard.late'));

/** Something outside did not tell what the last page needs: the same press tries again. */
export const notWeighed = (drawing: Pick<Drawing, 'id' | 'filling' | 'speaker'>, { key, values }: Says): Shown => {
  const { speaker } = drawing;
  return {
    screen: 'failed',
    data: {
      why: speaker.sayKey(key, values),
      reference: null,
      buttons: [
        button(drawing, speaker.say('wizard.resume'), { seen: RESUME, tone: 'positive' }),
        button(drawing, speaker.say('wizard.back'), { verb: 'back' }),
        button(drawing, speaker.say('wizard.cancel'), { verb: 'cancel', tone: 'destructive' }),
      ],
    },
  };
};
