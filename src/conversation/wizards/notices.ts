import type { Says } from '../../policy/index.ts';
import { plain } from '../../languages/speak.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Button } from '../../cards/screens.ts';
import { button } from './drawing.ts';
import type { KeptDraft } from './drafts.ts';
import type { Drawing, JourneyName } from './journey.ts';
import { typed } from '../grammar/typed.ts';
import type { Wish } from '../intent.ts';
import type { Shown } from '../show.ts';

/** A press under this mark goes on with what was left open, and one under the other gives it up for something new. */
export const RESUME = 'resume';
export const ANEW = 'anew';

/** Where one begins: with the wizard itself, with what waits for us, or, of what is not known, with all that can be done. */
const commandFor = (wizard: JourneyName | null): Wish => (wizard === 'hand-out' ? 'cases' : (wizard ?? 'help'));

const beginButton = (wizard: JourneyName | null, speaker: Speaker): Button => ({
  title: wizard === null ? speaker.say('command.help.title') : speaker.say('wizard.begin'),
  verb: 'say',
  id: typed({ wants: commandFor(wizard) }, speaker.language),
  seen: '',
  tone: 'default',
  asks: false,
});

const notice = (wizard: JourneyName | null, speaker: Speaker, line: string, buttons: readonly Button[] = []): Shown => ({
  screen: 'notice',
  data: {
    title: speaker.sayKey(`command.${commandFor(wizard)}.title`),
    ...{ tone: 'default', lines: [line], facts: [], buttons: [...buttons] },
  },
});

export const offerToGoOn = ({ id, draft }: KeptDraft, speaker: Speaker): Shown => {
  const { filling, wizard } = draft;
  return notice(wizard, speaker, speaker.say('wizard.open', { customer: plain(filling.customer?.name ?? '') }), [
    button({ id, filling }, speaker.say('wizard.resume'), { seen: RESUME, tone: 'positive' }),
    button({ id, filling }, speaker.say('wizard.begin'), { verb: 'cancel', seen: ANEW }),
  ]);
};

const withBegin =
  (key: 'wizard.notYours' | 'wizard.nothingOpen' | 'wizard.cancelled') =>
  (wizard: JourneyName | null, speaker: Speaker): Shown =>
    notice(wizard, speaker, speaker.say(key), [beginButton(wizard, speaker)]);

/** Forwarded to somebody else, given up, or too old: in any case not to be gone on with. */
export const notYours = withBegin('wizard.notYours');
export const nothingOpen = withBegin('wizard.nothingOpen');
export const cancelled = withBegin('wizard.cancelled');

export const mayNotAsk = (wizard: JourneyName, speaker: Speaker, why: Says | null = null): Shown =>
  notice(wizard, speaker, why === null ? speaker.say('rule.H-MAY-ASK') : speaker.sayKey(why.key, why.values));

export const comesLater = (wizard: JourneyName, speaker: Speaker): Shown => notice(wizard, speaker, speaker.say('wizard.late'));

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
