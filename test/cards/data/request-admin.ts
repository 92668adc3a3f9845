import type { Speaker } from '../../../src/languages/speak.ts';
import type { Question } from '../../../src/cards/screens.ts';
import type { Examples } from './examples.ts';
import { button, judgedBy, pageButtons, word } from './pieces.ts';

const page = (speaker: Speaker, customer: string | null = 'Contoso Werke AG', problem: string | null = null) => ({
  title: word('request', speaker),
  customer,
  step: word('step', speaker),
  problem,
  buttons: pageButtons(speaker),
});

const clouds = (speaker: Speaker) =>
  (['global', 'us_gov', 'china_21v'] as const).map((cloud) => ({ title: speaker.say(`cloud.${cloud}`), value: cloud }));

const wanted = (speaker: Speaker) => [
  { title: word('sell', speaker), value: 'sell' },
  { title: word('manage', speaker), value: 'manage' },
];

const field = (label: string, speaker: Speaker, isWrong: boolean) => ({
  label,
  hint: word('hint', speaker),
  problem: isWrong ? word('problem', speaker) : null,
});

/** One of every kind, filled in or not. */
const questions = (speaker: Speaker, isWrong: boolean): Question[] => [
  { kind: 'choice', id: 'wanted', ...field(word('wanted', speaker), speaker, isWrong), choices: wanted(speaker), value: 'sell' },
  {
    kind: 'several',
    id: 'rights',
    ...field(word('rights', speaker), speaker, false),
    choices: wanted(speaker),
    value: 'sell,manage',
  },
  {
    kind: 'toggle',
    id: 'extend',
    ...field(word('extend', speaker), speaker, false),
    title: word('extend', speaker),
    value: 'true',
  },
  {
    kind: 'number',
    id: 'days',
    ...field(word('days', speaker), speaker, isWrong),
    value: isWrong ? null : 365,
  },
  {
    kind: 'text',
    id: 'words',
    ...field(word('letter', speaker), speaker, isWrong),
    value: isWrong ? '' : 'Grazie,\nAna',
    longest: 500,
    isLong: true,
    placeholder: word('greeting', speaker),
  },
];

export const requestAdmin: Pick<
  Examples,
  'wizard/customer' | 'wizard/questions' | 'wizard/letter' | 'wizard/review' | 'request-admin/roles'
> = {
  'wizard/customer': {
    first: (speaker) => ({
      ...page(speaker, null),
      typed: '',
      found: [],
      chosen: '',
      clouds: clouds(speaker),
      cloud: 'global',
    }),
    'several found': (speaker) => ({
      ...page(speaker, null, word('problem', speaker)),
      typed: 'contoso',
      found: Array.from({ length: 15 }, (_, index) => ({
        title: `Contoso ${index} · contoso${index}.example`,
        value: `7a11c0de-0000-4a10-8a10-0000000000${10 + index}`,
      })),
      chosen: '7a11c0de-0000-4a10-8a10-000000000012',
      clouds: [],
      cloud: '',
    }),
  },
  'request-admin/roles': {
    broad: (speaker) => ({
      ...page(speaker),
      bundles: [
        { title: word('bundle', speaker), roles: 'Service Support Administrator, User Administrator' },
        { title: word('manage', speaker), roles: 'Global Reader, Directory Readers' },
      ],
      questions: questions(speaker, false).slice(1, 4),
      warnings: [word('broad', speaker)],
    }),
    none: (speaker) => ({ ...page(speaker), bundles: [], questions: [], warnings: [] }),
  },
  'wizard/questions': {
    filled: (speaker) => ({ ...page(speaker), lead: null, questions: questions(speaker, false) }),
    wrong: (speaker) => ({
      ...page(speaker, 'Contoso Werke AG', word('problem', speaker)),
      lead: word('lead', speaker),
      questions: questions(speaker, true),
    }),
  },
  'wizard/letter': {
    preview: (speaker) => ({
      ...page(speaker),
      questions: questions(speaker, false).slice(4),
      previewTitle: word('request', speaker),
      preview: [word('greeting', speaker), word('lead', speaker), word('broad', speaker), 'Nordlys Cloud AS'],
    }),
  },
  'wizard/review': {
    allowed: (speaker) => ({
      ...page(speaker),
      facts: [
        { name: word('wanted', speaker), value: word('manage', speaker) },
        { name: word('rights', speaker), value: word('bundle', speaker) },
        { name: word('days', speaker), value: '365' },
      ],
      judged: judgedBy('G-056', speaker),
      approval: word('lead', speaker),
      buttons: [
        button('send', 'page', speaker, { tone: 'positive' }),
        button('back', 'back', speaker),
        button('cancel', 'cancel', speaker),
      ],
    }),
    refused: (speaker) => ({ ...page(speaker), facts: [], judged: judgedBy('G-059', speaker), approval: null }),
  },
};
