import { judgedScreen } from '../../cards/judged.ts';
import type { Judged } from '../../cards/judged.ts';
import type { Button, Fact } from '../../cards/screens.ts';
import { verdictOf } from '../../cases/decided.ts';
import type { Filling } from '../../wizards/end/filling.ts';
import { button, frame } from '../wizards/drawing.ts';
import type { Drawing } from '../wizards/journey.ts';
import { approvalLine, outlookOn, toldFacts, whichOf } from '../wizards/reviewing.ts';
import { wayButtons } from '../wizards/ways.ts';
import type { Shown } from '../show.ts';
import type { Weighed } from './steps.ts';
import { whatInWords } from './what.ts';

const factsOf = ({ request, decisions }: Weighed, { speaker }: Drawing<Filling>): Fact[] => {
  const { say } = speaker;
  const isDenied = verdictOf(decisions) === 'deny';
  const undone = request.what === 'admin_roles' ? 'wizard.end.undone.roles' : 'wizard.end.undone.tie';
  return [
    ...(isDenied ? [] : [{ name: say('wizard.end.undone.title'), value: say(undone) }]),
    { name: say('wizard.review.customer'), value: whichOf(request.customer) },
    { name: say('wizard.end.ends'), value: whatInWords(request, speaker) },
    { name: say('case.fact.about'), value: request.of ?? say('wizard.end.before') },
    ...toldFacts(decisions, speaker),
  ];
};

const forward = ({ decisions }: Weighed, drawing: Drawing<Filling>): Button[] =>
  verdictOf(decisions) === 'deny'
    ? wayButtons(decisions, drawing)
    : [button(drawing, drawing.speaker.say('wizard.ask'), { tone: 'destructive' })];

/** Of what is allowed the case does by itself what comes next. */
const judgedOf = ({ decisions }: Weighed, drawing: Drawing<Filling>): Judged => {
  const judged = judgedScreen(decisions, drawing.speaker, undefined, outlookOn(decisions, drawing));
  return verdictOf(decisions) === 'deny' ? judged : { ...judged, nextSteps: [] };
};

export const drawReview = (drawing: Drawing<Filling>, weighed: Weighed): Shown => ({
  screen: 'wizard/review',
  data: {
    ...frame(drawing, forward(weighed, drawing)),
    facts: factsOf(weighed, drawing),
    judged: judgedOf(weighed, drawing),
    approval: approvalLine(weighed.approval, drawing.speaker),
  },
});
