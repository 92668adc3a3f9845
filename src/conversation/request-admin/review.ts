import { judgedScreen } from '../../cards/judged.ts';
import type { Judged } from '../../cards/judged.ts';
import type { Button, Fact } from '../../cards/screens.ts';
import type { Approval, Decided } from '../../cases/decided.ts';
import { verdictOf } from '../../cases/decided.ts';
import { plain } from '../../languages/speak.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Request } from '../../wizards/request-admin/review.ts';
import type { Filling } from '../../wizards/request-admin/filling.ts';
import { button, frame } from '../wizards/drawing.ts';
import type { Drawing as AnyDrawing } from '../wizards/journey.ts';
import { approvalLine, letterFacts, outlookOn, toldFacts, whichOf } from '../wizards/reviewing.ts';
import { isForProvider, wayButtons } from '../wizards/ways.ts';
import type { Shown } from '../show.ts';

type Drawing = AnyDrawing<Filling>;

/** What the rules say to it; nobody’s approval is asked for what they refuse. */
export interface Weighed {
  readonly request: Request;
  readonly decisions: readonly Decided[];
  readonly approval: Approval | null;
}

const wishOf = ({ reseller, gdap }: Request['proposal'], { say }: Speaker): string => {
  if (reseller === null) return say('wizard.relationship.manage');
  return gdap === null && !reseller.includeDap ? say('wizard.relationship.sell') : say('wizard.relationship.both');
};

const rightsFacts = ({ gdap }: Request['proposal'], { say, sayKey, list }: Speaker): Fact[] => {
  if (gdap === null) return [];
  const days = say('wizard.review.dayCount', { days: gdap.durationDays });
  return [
    { name: say('wizard.review.roles'), value: list(gdap.roles.map((role) => sayKey(`adminRole.${role}.title`))) },
    { name: say('wizard.review.days'), value: gdap.autoExtend ? say('wizard.review.extends', { days }) : days },
  ];
};

const fellowFacts = ({ request, decisions }: Weighed, { person, speaker }: Drawing): Fact[] => {
  const { customer, proposal } = request;
  const fellow = proposal.reseller?.fellow;
  if (fellow === undefined) return [];
  const { say } = speaker;
  const values = {
    fellow: fellow.name,
    customer: customer.name,
    which: customer.domain ?? customer.tenant ?? customer.name,
    who: person.name,
  };
  return [
    { name: say('wizard.review.fellow'), value: plain(fellow.name) || '–' },
    ...(isForProvider(decisions)
      ? [{ name: say('wizard.review.forProvider'), value: say('wizard.review.providerText', values) }]
      : []),
  ];
};

const factsOf = (weighed: Weighed, drawing: Drawing): Fact[] => {
  const { request } = weighed;
  const { speaker } = drawing;
  return [
    { name: speaker.say('wizard.review.customer'), value: whichOf(request.customer) },
    { name: speaker.say('wizard.review.wish'), value: wishOf(request.proposal, speaker) },
    ...rightsFacts(request.proposal, speaker),
    ...fellowFacts(weighed, drawing),
    ...letterFacts(request.customer, request.proposal.letter.paragraph, speaker),
    ...toldFacts(weighed.decisions, speaker),
  ];
};

const forward = ({ decisions }: Weighed, drawing: Drawing): Button[] =>
  verdictOf(decisions) === 'deny'
    ? wayButtons(decisions, drawing)
    : [button(drawing, drawing.speaker.say('wizard.ask'), { tone: 'positive' })];

/** Of what is allowed the case does by itself what comes next. */
const judgedOf = ({ decisions }: Weighed, drawing: Drawing): Judged => {
  const judged = judgedScreen(decisions, drawing.speaker, undefined, outlookOn(decisions, drawing));
  return verdictOf(decisions) === 'deny' || isForProvider(decisions) ? judged : { ...judged, nextSteps: [] };
};

export const drawReview = (drawing: Drawing, weighed: Weighed): Shown => ({
  screen: 'wizard/review',
  data: {
    ...frame(drawing, forward(weighed, drawing)),
    facts: factsOf(weighed, drawing),
    judged: judgedOf(weighed, drawing),
    approval: approvalLine(weighed.approval, drawing.speaker),
  },
});
