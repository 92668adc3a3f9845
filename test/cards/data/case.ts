import type { ScreenData } from '../../../src/cards/screens.ts';
import type { Speaker } from '../../../src/languages/speak.ts';
import type { Examples } from './examples.ts';
import { button, judgedBy, MRI, word } from './pieces.ts';

type Case = ScreenData<'case'>;

const base = (speaker: Speaker): Case => ({
  id: 'AR-2Q7K-9M',
  kind: speaker.say('kind.admin-relationship'),
  customer: 'Contoso Werke AG',
  status: speaker.say('status.awaiting-approval'),
  tone: 'warning',
  lead: word('lead', speaker),
  facts: [
    { name: word('who', speaker), value: 'Ana Ruiz' },
    { name: word('rights', speaker), value: word('bundle', speaker) },
    { name: word('until', speaker), value: speaker.date('2026-05-01') },
  ],
  details: [{ name: word('until', speaker), value: speaker.date('2026-06-01') }],
  words: [],
  items: [],
  judged: null,
  note: null,
  asks: null,
  choose: null,
  buttons: [],
  viewers: [],
  seen: '9f2c41d07ab3',
});

const toBeDecided = (speaker: Speaker): Case => ({
  ...base(speaker),
  judged: judgedBy('G-029', speaker),
  asks: { id: 'words', label: word('reason', speaker), problem: null, value: '' },
  buttons: [
    button('approve', 'approve', speaker, { tone: 'positive', asks: true }),
    button('sendBack', 'send-back', speaker, { asks: true }),
    button('decline', 'decline', speaker, { tone: 'destructive', asks: true }),
  ],
  viewers: Array.from({ length: 60 }, (_, index) => `${MRI}${10 + index}`),
});

export const cases: Pick<Examples, 'case'> = {
  case: {
    'to be decided': toBeDecided,
    'changed since it was seen': (speaker) => ({
      ...toBeDecided(speaker),
      changedTitle: speaker.say('difference.since'),
      changed: [
        speaker.say('difference.days', {
          now: speaker.say('case.days', { days: 90 }),
          before: speaker.say('case.days', { days: 365 }),
        }),
        speaker.say('difference.extends.off'),
        speaker.say('difference.subjects.added', { items: 'Contoso Werke AG' }),
        speaker.say('difference.paragraph'),
      ],
    }),
    'reason missing': (speaker) => ({
      ...toBeDecided(speaker),
      asks: { id: 'words', label: word('reason', speaker), problem: word('problem', speaker), value: 'no' },
      viewers: [],
    }),
    'seen too late': (speaker) => ({
      ...base(speaker),
      status: speaker.say('status.declined'),
      tone: 'attention',
      note: word('tooLate', speaker),
      words: [{ who: 'Kari Nordmann', text: word('broad', speaker) }],
    }),
    active: (speaker) => ({
      ...base(speaker),
      status: speaker.say('status.active'),
      tone: 'good',
      judged: judgedBy('G-056', speaker),
      buttons: [button('withdraw', 'withdraw', speaker, { tone: 'destructive' })],
    }),
    'with a checklist': (speaker) => ({
      ...base(speaker),
      kind: speaker.say('kind.azure-switch'),
      status: speaker.say('status.moving'),
      tone: 'accent',
      items: [
        {
          code: 'a',
          title: word('hint', speaker),
          owner: 'Ana Ruiz',
          state: word('tick', speaker),
          tone: 'good',
          how: null,
          commands: [],
        },
        {
          code: 'b',
          title: word('sell', speaker),
          owner: 'Kari Nordmann',
          state: speaker.say('status.moving'),
          tone: 'warning',
          how: speaker.say('item.our-roles-granted.how'),
          commands: ['az role assignment create --scope /subscriptions/5ab50001-0001-4e01-8e01-0000000000e1'],
        },
      ],
      choose: {
        id: 'item',
        label: word('wanted', speaker),
        choices: [
          { title: word('sell', speaker), value: 'b' },
          { title: word('manage', speaker), value: 'c' },
        ],
        value: 'b',
      },
      asks: { id: 'words', label: word('reason', speaker), problem: null, value: '' },
      buttons: [button('tick', 'tick', speaker, { tone: 'positive', asks: true })],
    }),
    bare: (speaker) => ({ ...base(speaker), facts: [] }),
  },
};
