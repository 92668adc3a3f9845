import { judgedScreen, sentenceOf, verdictTone } from '../../cards/judged.ts';
import { toldLines } from '../../cards/case-told.ts';
import { waysInWords } from '../../cards/kept-check.ts';
import { outlookLines } from '../../cards/outlook.ts';
import type { Button, ScreenData } from '../../cards/screens.ts';
import type { Decided } from '../../cases/decided.ts';
import type { Instant } from '../../cases/time.ts';
import { whomOf } from '../../cases/whom.ts';
import type { NextStep } from '../../policy/index.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Filling } from '../../wizards/check-eligibility/filling.ts';
import { toldOn } from '../../wizards/check-eligibility/told.ts';
import { typed } from '../grammar/typed.ts';
import type { Shown } from '../show.ts';
import { button, frame, stampOf } from '../wizards/drawing.ts';
import type { Drawing as AnyDrawing } from '../wizards/journey.ts';
import { toldBy } from '../wizards/told.ts';
import type { Answered, Said } from './answers.ts';
import { knownOf, namesOf } from './words.ts';

type Drawing = AnyDrawing<Filling>;
type Row = ScreenData<'check-eligibility/verdict'>['rows'][number];

/** What is drawn besides the answers. */
interface Around {
  readonly answers: readonly Answered[];
  readonly now: Instant;
  /** Who has told before what is still taken as told. */
  readonly who: string | null;
}

/** As many as a telephone shows without an end; the others are a press away. */
const ROWS = 3;

/** Why not, or what a person has to decide. */
const reasonsOf = ({ verdict, decisions }: Said, speaker: Speaker): string[] => {
  const findings = decisions.flatMap((one) => one.findings);
  if (verdict === 'deny' || decisions.some((one) => one.verdict === 'deny'))
    return [...new Set(findings.filter(({ severity }) => severity === 'deny').map((found) => sentenceOf(found, speaker)))];
  return [...new Set(findings.filter(({ review }) => review).map((found) => sentenceOf(found, speaker)))];
};

const stepsOf = ({ decisions, nextSteps }: Said, speaker: Speaker): readonly string[] => {
  const [first] = decisions;
  return first === undefined ? [] : judgedScreen([{ ...first, nextSteps: [...nextSteps] }], speaker).nextSteps;
};

const answerOf = (about: string, said: Said, way: string | null, speaker: Speaker): Row['answers'][number] => ({
  about,
  word: speaker.say(`verdict.${said.verdict}`),
  tone: verdictTone(said.verdict),
  way,
  why: reasonsOf(said, speaker),
  steps: [...stepsOf(said, speaker)],
});

const labels = { support: 'check.support', add: 'check.add', move: 'check.move' } as const;
type Question = keyof typeof labels;

/** What is ours already need not come to us, and nobody asks what else we may sell beside it. */
const questionsOf = ({ alike }: Answered): readonly Question[] =>
  alike.facts['item.boughtFrom'] === 'own' ? ['support'] : ['support', 'add', 'move'];

const rowOf = (answered: Answered, { filling, reading, person, speaker }: Drawing, now: Instant): Row => {
  const { alike, procedures } = answered;
  const asked = questionsOf(answered).map((question) => {
    const about = speaker.say(labels[question]);
    const way = question === 'move' ? waysInWords(procedures, speaker) : null;
    return { about, decisions: answered[question].decisions, answer: answerOf(about, answered[question], way, speaker) };
  });
  // What is found about one of the questions only says about which.
  const decisions = asked.flatMap((one): Decided[] => one.decisions.map((decided) => ({ ...decided, about: one.about })));
  const { customer } = filling;
  const about = customer && whomOf({ customer, requester: person, proposal: { wants: 'know' } });
  return {
    name: namesOf(alike, speaker),
    known: knownOf(alike.facts, speaker),
    answers: asked.map(({ answer }) => answer),
    until: outlookLines(decisions, { now, house: reading.house, speaker, ...(about && { about }) }),
    judged: { ...judgedScreen(decisions, speaker), nextSteps: [] },
  };
};

/** Steps that asking for admin is the way to. */
const byAsking: readonly string[] = [
  'NS-SEND-RESELLER-INVITE',
  'NS-SEND-GDAP-INVITE',
  'NS-ADD-GDAP',
  'NS-GRANT-RBAC',
] satisfies readonly NextStep[];

/** The journeys that follow, for the same customer. */
const onwards = (answers: readonly Answered[], { filling, speaker }: Drawing): Button[] => {
  const { customer } = filling;
  const name = customer && (customer.domain ?? customer.tenant ?? customer.name);
  const to = (wants: 'request-admin' | 'switch-azure', tone: Button['tone']): Button => ({
    ...{ title: speaker.sayKey(`command.${wants}.title`), verb: 'say', seen: '', tone, asks: false },
    id: typed({ wants, customer: name }, speaker.language),
  });
  const ways = answers.flatMap(({ procedures }) => procedures);
  // The same journey moves licences, which nobody looks for under the name of Azure.
  const isAzure = ways.some((way) => way !== 'licence-transfer');
  const steps = answers.flatMap(({ support, move }) => [...support.nextSteps, ...move.nextSteps]);
  return [
    ...(ways.length > 0
      ? [{ ...to('switch-azure', 'positive'), ...(isAzure ? {} : { title: speaker.say('check.moveToUs') }) }]
      : []),
    ...(steps.some((step) => byAsking.includes(step)) ? [to('request-admin', 'default')] : []),
  ];
};

/** The answer is wanted as a card that may be passed on. */
export const SHARE = 'share';

const sharing = (drawing: Drawing): Button =>
  button(drawing, drawing.speaker.say('check.shareCard'), { seen: `${stampOf(drawing.filling)} ${SHARE}` });

/** From which row on is shown; what is not a row begins at the first. */
const firstOn = ({ wanted }: Drawing, rows: number): number => {
  const first = Number(wanted ?? 0);
  return Number.isInteger(first) && first > 0 && first < rows ? first : 0;
};

const turning = (drawing: Drawing, first: number, rows: number): Button[] => {
  if (rows <= ROWS) return [];
  const next = first + ROWS < rows ? first + ROWS : 0;
  return [button(drawing, drawing.speaker.say('check.otherRows'), { seen: `${stampOf(drawing.filling)} ${next}` })];
};

const toldOf = (answers: readonly Answered[], who: string | null, { filling, speaker }: Drawing): string[] => {
  const { before } = filling;
  const decisions = answers.flatMap(({ support, move }) => [...support.decisions, ...move.decisions]);
  const said = toldOn(filling);
  // What was said of each thing stands with its name already.
  const aboutCustomer = decisions.map((one) => ({ ...one, told: one.told.filter((path) => Object.hasOwn(said, path)) }));
  const lines = toldLines(aboutCustomer, speaker);
  const isFromBefore = aboutCustomer.some(({ told }) => told.some((path) => before !== null && Object.hasOwn(before.facts, path)));
  return before !== null && isFromBefore ? [...lines, toldBy({ by: who, on: before.on }, speaker)] : lines;
};

export const drawVerdict = (drawing: Drawing, { answers, now, who }: Around): Shown => {
  const { speaker } = drawing;
  const first = firstOn(drawing, answers.length);
  const left = answers.length - ROWS;
  return {
    screen: 'check-eligibility/verdict',
    data: {
      ...frame(drawing, [...onwards(answers, drawing), ...turning(drawing, first, answers.length), sharing(drawing)]),
      rows: answers.slice(first, first + ROWS).map((one) => rowOf(one, drawing, now)),
      more:
        left > 0
          ? speaker.say('check.rows', { first: first + 1, last: Math.min(first + ROWS, answers.length), of: answers.length })
          : null,
      told: toldOf(answers, who, drawing),
      share: speaker.say('check.share'),
    },
  };
};
