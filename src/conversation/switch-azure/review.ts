import { judgedScreen } from '../../cards/judged.ts';
import type { Judged } from '../../cards/judged.ts';
import { dateOf, shown } from '../../cards/shown.ts';
import type { Button, Fact } from '../../cards/screens.ts';
import { wayOf } from '../../cases/azure-switch/checklists.ts';
import { verdictOf } from '../../cases/decided.ts';
import { later } from '../../cases/time.ts';
import type { Instant } from '../../cases/time.ts';
import type { Speaker } from '../../languages/speak.ts';
import { isWrong, PAGE } from '../../wizards/filled.ts';
import type { ItemSaid } from '../../wizards/items.ts';
import type { Filling } from '../../wizards/switch-azure/filling.ts';
import * as origin from '../../wizards/switch-azure/origin.ts';
import { subjectsOf } from '../../wizards/switch-azure/proposal.ts';
import type { Request } from '../../wizards/switch-azure/proposal.ts';
import type { Shown } from '../show.ts';
import { button, frame } from '../wizards/drawing.ts';
import type { Drawing as AnyDrawing } from '../wizards/journey.ts';
import { approvalLine, letterFacts, outlookOn, toldFacts, whichOf } from '../wizards/reviewing.ts';
import { toldBy } from '../wizards/told.ts';
import { wayButtons } from '../wizards/ways.ts';
import type { Weighed } from './steps.ts';

type Drawing = AnyDrawing<Filling>;

/** How long the present partner has, once they are asked. */
const DAYS_TO_ACCEPT = 30;
const MOST_NAMED = 12;

const named = (subjects: readonly ItemSaid[], { list, say }: Speaker): string => {
  const names = subjects.map(({ name }) => shown(name, 80));
  const more = names.length - MOST_NAMED;
  return more > 0 ? list([...names.slice(0, MOST_NAMED), say('case.andMore', { count: more })]) : list(names);
};

const fromFacts = ({ filling, speaker }: Drawing): Fact[] => {
  const from = origin.read(filling);
  if (isWrong(from)) return [];
  const { partner } = filling;
  const where = speaker.sayKey(`value.item.boughtFrom.${from.answer.boughtFrom}`);
  const who =
    partner === null ? '' : ` – ${[shown(partner.name, 100), partner.domain, partner.tenant].filter(Boolean).join(' · ')}`;
  return [{ name: speaker.say('wizard.switch.from'), value: `${where}${who}` }];
};

/** When it ends, where the present partner has to say yes: nobody answers for them. */
const clockFacts = ({ proposal }: Request, { reading, speaker }: Drawing): Fact[] => {
  if (wayOf(proposal) !== 'transfer') return [];
  const until = later(`${reading.today}T12:00:00.000Z` as Instant, { days: DAYS_TO_ACCEPT });
  return [{ name: speaker.say('wizard.switch.clock'), value: speaker.say('wizard.switch.until', { day: dateOf(until, speaker) }) }];
};

const requestFacts = (request: Request, drawing: Drawing): Fact[] => {
  const { say, sayKey } = drawing.speaker;
  return [
    { name: say('wizard.switch.how'), value: sayKey(`procedure.${request.proposal.procedure}`) },
    ...clockFacts(request, drawing),
    ...letterFacts(request.customer, request.proposal.letter.paragraph, drawing.speaker),
  ];
};

const factsOf = (weighed: Weighed, who: string | null, drawing: Drawing): Fact[] => {
  const { filling, speaker } = drawing;
  const { before, customer } = filling;
  const told = toldFacts(weighed.decisions, speaker);
  return [
    ...(customer === null ? [] : [{ name: speaker.say('wizard.review.customer'), value: whichOf(customer) }]),
    ...fromFacts(drawing),
    { name: speaker.say('case.fact.subscriptions'), value: named(subjectsOf(filling), speaker) || '–' },
    ...(weighed.request === null ? [] : requestFacts(weighed.request, drawing)),
    ...told.map((fact) =>
      before === null ? fact : { ...fact, value: `${fact.value}; ${toldBy({ by: who, on: before.on }, speaker)}` },
    ),
  ];
};

const mayBeAsked = ({ request, decisions }: Weighed): boolean => request !== null && verdictOf(decisions) !== 'deny';

const forward = (weighed: Weighed, drawing: Drawing): Button[] =>
  mayBeAsked(weighed)
    ? [button(drawing, drawing.speaker.say('wizard.ask'), { tone: 'positive' })]
    : wayButtons(weighed.decisions, drawing);

/** Of what is allowed the case does by itself what comes next. */
const judgedOf = (weighed: Weighed, drawing: Drawing): Judged => {
  const judged = judgedScreen(weighed.decisions, drawing.speaker, undefined, outlookOn(weighed.decisions, drawing));
  return mayBeAsked(weighed) ? { ...judged, nextSteps: [] } : judged;
};

/** `who`: the name of whoever has told before what no service tells. */
export const drawReview = (drawing: Drawing, weighed: Weighed, who: string | null): Shown => {
  const problems = weighed.request === null ? { ...drawing.problems, [PAGE]: weighed.why } : drawing.problems;
  return {
    screen: 'wizard/review',
    data: {
      ...frame({ ...drawing, problems }, forward(weighed, drawing)),
      facts: factsOf(weighed, who, drawing),
      judged: judgedOf(weighed, drawing),
      approval: approvalLine(weighed.approval, drawing.speaker),
    },
  };
};
