import type { Question, ScreenData } from '../../../src/cards/screens.ts';
import type { Speaker } from '../../../src/languages/speak.ts';
import { effectsOf, groups } from '../../../src/wizards/switch-azure/effects-of-moving.ts';
import { marketplaceFlags } from '../../../src/wizards/switch-azure/moves.ts';
import type { Examples } from './examples.ts';
import { pageButtons, word } from './pieces.ts';

const page = (speaker: Speaker, title: string, problem: string | null = null) => ({
  title: speaker.sayKey(`wizard.page.switch-azure.${title}`),
  customer: 'Contoso Werke AG',
  step: word('step', speaker),
  problem,
  buttons: pageButtons(speaker),
});

const effects = (speaker: Speaker): ScreenData<'switch-azure/page'>['groups'] => {
  const told = effectsOf({ procedure: 'azure-plan-transfer', on: '2026-03-02', isLegacy: true });
  return groups.map((group) => ({
    title: speaker.say(`wizard.switch.group.${group}`),
    lines: told[group].map((code) => speaker.say(`wizard.effect.${code}`)),
  }));
};

const toggle = (id: string, label: string, { say }: Speaker): Question => ({
  ...{ kind: 'toggle', id, label, hint: null, problem: null, title: say('value.true'), value: 'false' },
});

const asked = (speaker: Speaker): Question[] => [
  toggle('reservations', speaker.say('fact.item.includesReservations'), speaker),
  toggle('savings', speaker.say('fact.item.includesSavingsPlan'), speaker),
  toggle('marketplace', speaker.say('fact.item.marketplace'), speaker),
  toggle('inOtherTransfer', speaker.say('fact.item.inOtherTransfer'), speaker),
];

const before = (speaker: Speaker): ScreenData<'switch-azure/page'>['groups'] =>
  (['we', 'customer'] as const).map((owner) => ({
    title: speaker.say(`owner.${owner}`),
    lines: [speaker.say('wizard.switch.within', { what: speaker.say('item.history-exported'), days: 14 })],
  }));

/** What is read before one goes on. */
export const switchAzure: Pick<Examples, 'switch-azure/page'> = {
  'switch-azure/page': {
    'what moves': (speaker) => ({
      ...page(speaker, 'moves'),
      lead: speaker.say('procedure.azure-plan-transfer'),
      groups: effects(speaker),
      questions: asked(speaker),
    }),
    'a product of the marketplace': (speaker) => ({
      ...page(speaker, 'moves', speaker.say('wizard.problem.marketplace')),
      lead: null,
      groups: [],
      questions: [
        ...asked(speaker),
        ...marketplaceFlags.map((flag) => toggle(flag, speaker.sayKey(`value.item.marketplace.${flag}`), speaker)),
      ],
    }),
    'before it goes out': (speaker) => ({
      ...page(speaker, 'before'),
      lead: speaker.say('wizard.switch.before'),
      groups: before(speaker),
      questions: [],
    }),
  },
};
