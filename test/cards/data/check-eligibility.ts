import type { Examples } from './examples.ts';
import type { Speaker } from '../../../src/languages/speak.ts';
import { keptCheckScreen } from '../../../src/cards/kept-check.ts';
import { button, judgedBy, pageButtons, word } from './pieces.ts';

const page = (title: 'subscriptions' | 'verdict', speaker: Speaker) => ({
  title: speaker.say(`wizard.page.check.${title}`),
  customer: 'Contoso Werke AG',
  step: word('step', speaker),
  problem: null,
  buttons: pageButtons(speaker),
});

const more = (speaker: Speaker) => ({
  ...{ kind: 'several' as const, id: 'more', hint: null, problem: null, value: 'said/azure' },
  label: speaker.say('check.subscriptions.more'),
  choices: (['office365', 'azure', 'software'] as const).map((thing) => ({
    title: speaker.say(`check.thing.${thing}`),
    value: `said/${thing}`,
  })),
});

const known = (speaker: Speaker): string =>
  [speaker.say('value.item.kind.licence'), speaker.say('value.item.boughtFrom.other_csp')].join(' · ');

type Row = ReturnType<Examples['check-eligibility/verdict'][string]>['rows'][number];

type Way = 'licence-transfer' | 'new-subscription' | null;

/** What the rules really say to a worked question whether it may move; supported and sold beside it may be anything. */
const row = (name: string, [scenario, way]: readonly [string, Way], speaker: Speaker): Row => {
  const { verdict, tone, nextSteps, ...judged } = judgedBy(scenario, speaker);
  const why = way === null ? judged.findings.slice(0, 1).map(({ says }) => says) : [];
  const yes = { word: speaker.say('verdict.allow'), tone: 'good', way: null, why: [] } as const;
  return {
    name,
    known: known(speaker),
    answers: [
      { ...yes, about: speaker.say('check.support'), why: [], steps: [speaker.say('next.NS-ADD-GDAP')] },
      { ...yes, about: speaker.say('check.add'), why: [], steps: [speaker.say('next.NS-PLACE-ORDER')] },
      {
        ...{ about: speaker.say('check.move'), word: verdict, tone, why, steps: [...nextSteps] },
        way: way && speaker.say(`procedure.${way}`),
      },
    ],
    until: [speaker.say('outlook.same')],
    judged: { ...judged, verdict, tone, nextSteps: [] },
  };
};

const kept = { support: 'allow', move: 'allow_with_conditions', deadline: '2026-10-09' } as const;

export const checkEligibility: Pick<
  Examples,
  'check-eligibility/subscriptions' | 'check-eligibility/verdict' | 'check-eligibility/kept'
> = {
  'check-eligibility/subscriptions': {
    'something known': (speaker) => ({
      ...page('subscriptions', speaker),
      before: [speaker.say('check.kept', { who: 'Ana Ruiz', day: { day: '2026-10-03' } as never })],
      rows: [
        { name: 'Microsoft 365 Business Premium', known: known(speaker) },
        { name: 'Azure subscription 1', known: null },
      ],
      more: speaker.say('check.andMore', { count: 3 }),
      whole: speaker.say('check.notWhole'),
      questions: [more(speaker)],
    }),
    'nothing known': (speaker) => ({
      ...page('subscriptions', speaker),
      ...{ before: [], rows: [], more: null, whole: null, questions: [more(speaker)] },
    }),
  },
  'check-eligibility/verdict': {
    several: (speaker) => ({
      ...page('verdict', speaker),
      rows: [
        row('Microsoft 365', ['G-032', 'licence-transfer'], speaker),
        row('Azure', ['G-035', 'new-subscription'], speaker),
        row('Dynamics 365', ['G-031', null], speaker),
      ],
      more: speaker.say('check.rows', { first: 1, last: 3, of: 5 }),
      told: [word('lead', speaker)],
      share: speaker.say('check.share'),
      buttons: [
        button('send', 'say', speaker, { tone: 'positive' }),
        button('wanted', 'page', speaker),
        button('back', 'back', speaker),
        button('cancel', 'cancel', speaker, { tone: 'destructive' }),
      ],
    }),
    one: (speaker) => ({
      ...page('verdict', speaker),
      ...{
        rows: [{ ...row('Azure', ['G-035', 'new-subscription'], speaker), known: null, until: [] }],
        more: null,
        told: [],
        share: null,
      },
    }),
  },
  'check-eligibility/kept': {
    shared: (speaker) =>
      keptCheckScreen(
        {
          customer: 'Contoso Werke AG',
          ...{ who: 'Ana Ruiz', on: '2026-10-03', buttons: [button('wanted', 'say', speaker)] },
          items: [
            { ...kept, name: 'Azure subscription 1', thing: null, procedures: ['azure-plan-transfer'] },
            { ...kept, name: 'Marketplace', thing: 'saas', procedures: [], deadline: null },
          ],
        },
        speaker,
      ),
    'long ago': (speaker) =>
      keptCheckScreen(
        {
          customer: 'Contoso Werke AG',
          ...{ who: null, on: '2026-10-03', buttons: [] },
          items: Array.from({ length: 14 }, (_, n) => ({
            ...{ ...kept, name: `Subscription ${n}`, thing: 'retired', procedures: ['retired-procedure'] },
          })),
        },
        speaker,
      ),
  },
};
