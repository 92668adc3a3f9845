import type { Speaker } from '../../../src/languages/speak.ts';
import type { Examples } from './examples.ts';
import { judgedBy, pageButtons, word } from './pieces.ts';

const page = (speaker: Speaker, problem: string | null = null) => ({
  title: word('request', speaker),
  customer: 'Contoso Werke AG',
  step: word('step', speaker),
  problem,
  buttons: pageButtons(speaker),
});

const field = (speaker: Speaker, problem: string | null) => ({
  label: word('wanted', speaker),
  hint: word('hint', speaker),
  problem,
});

const wordsQuestion = (speaker: Speaker, problem: string | null) => ({
  ...{ kind: 'text' as const, id: 'words', ...field(speaker, problem) },
  ...{ value: 'Wie besprochen.', longest: 2000, isLong: true, placeholder: null },
});

/** What ends, and what leaves us. */
export const ending: Pick<Examples, 'end/consequences' | 'hand-out/items' | 'hand-out/review'> = {
  'end/consequences': {
    'nothing read yet': (speaker) => ({
      ...page(speaker),
      lead: speaker.say('value.end.what.admin_roles'),
      warning: speaker.say('wizard.end.undone.title'),
      undone: [speaker.say('wizard.end.undone.roles'), speaker.say('wizard.end.undone.azure')],
      facts: [{ name: speaker.say('wizard.end.subscriptions'), value: '3' }],
      questions: [
        {
          ...{ kind: 'toggle', id: 'read', label: speaker.say('wizard.end.read'), hint: null },
          ...{ problem: speaker.say('wizard.end.readFirst'), title: speaker.say('wizard.end.haveRead'), value: 'false' },
        },
      ],
    }),
    'nothing known': (speaker) => ({
      ...page(speaker, word('problem', speaker)),
      ...{ lead: word('lead', speaker), warning: word('problem', speaker), undone: [], facts: [], questions: [] },
    }),
  },
  'hand-out/items': {
    'some may go': (speaker) => ({
      ...page(speaker),
      lead: speaker.say('wizard.handOut.lead', { partner: 'Granitt IT', day: '1. 4. 2026' }),
      offered: ['Web shop · Azure', 'Archive · Azure'].map((name, at) =>
        speaker.say('wizard.handOut.item', { number: at + 1, name }),
      ),
      questions: [
        {
          ...{ kind: 'several', id: 'items', ...field(speaker, word('problem', speaker)), value: '' },
          choices: [1, 2].map((number) => ({ title: speaker.say('wizard.handOut.number', { number }), value: `i${number}` })),
        },
      ],
      keptTitle: speaker.say('wizard.handOut.kept'),
      facts: [{ name: 'Old server · Azure', value: word('problem', speaker) }],
    }),
    'none may go': (speaker) => ({
      ...page(speaker),
      ...{ lead: word('lead', speaker), offered: [], questions: [], keptTitle: speaker.say('wizard.handOut.noneMayGo') },
      facts: [{ name: 'Old server · Azure', value: word('problem', speaker) }],
    }),
  },
  'hand-out/review': {
    'left to a person': (speaker) => ({
      ...page(speaker),
      facts: [
        { name: speaker.say('wizard.handOut.leaves'), value: 'Archive' },
        { name: speaker.say('wizard.handOut.lose'), value: speaker.say('wizard.handOut.loseText') },
        { name: speaker.say('wizard.handOut.access'), value: speaker.say('wizard.handOut.accessText') },
      ],
      judged: judgedBy('G-056', speaker),
      questions: [wordsQuestion(speaker, word('problem', speaker))],
    }),
    refused: (speaker) => ({ ...page(speaker), facts: [], judged: judgedBy('G-059', speaker), questions: [] }),
  },
};
