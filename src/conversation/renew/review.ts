import { judgedScreen } from '../../cards/judged.ts';
import type { Judged } from '../../cards/judged.ts';
import type { Button, Fact } from '../../cards/screens.ts';
import { dateOf } from '../../cards/shown.ts';
import { verdictOf } from '../../cases/decided.ts';
import { languageNames, languages, plain } from '../../languages/speak.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Filling } from '../../wizards/renew/filling.ts';
import { changesOf } from '../../wizards/renew/review.ts';
import type { Running } from '../../wizards/running.ts';
import { button, frame } from '../wizards/drawing.ts';
import type { Drawing } from '../wizards/journey.ts';
import { approvalLine, outlookOn, toldFacts, whichOf } from '../wizards/reviewing.ts';
import { wayButtons } from '../wizards/ways.ts';
import type { Shown } from '../show.ts';
import type { Weighed } from './steps.ts';
import { roleTitle } from './which.ts';

const languageName = (tag: string): string => {
  const known = languages.find((one) => one === tag);
  return known === undefined ? plain(tag) : languageNames[known];
};

/** Null: nobody is known who could be written to. */
export const recipientOf = ({ contact, language }: Running, { say }: Speaker): string | null =>
  contact === null ? null : say('wizard.review.letterTo', { language: languageName(language), contact });

const rolesFact = (name: string, roles: readonly string[], speaker: Speaker): Fact[] =>
  roles.length === 0 ? [] : [{ name, value: speaker.list(roles.map((role) => roleTitle(role, speaker))) }];

const lengthOf = ({ gdap }: Weighed['request'], { say }: Speaker): string => {
  const days = say('wizard.review.dayCount', { days: gdap.durationDays });
  return gdap.autoExtend ? say('wizard.review.extends', { days }) : days;
};

/** What it will be, and what of it is new. */
const rightsFacts = (of: Running, { request }: Weighed, speaker: Speaker): Fact[] => {
  const { say } = speaker;
  const { added, gone, days } = changesOf(of, request);
  const now = days === null ? null : say('wizard.review.dayCount', { days });
  return [
    ...rolesFact(say('wizard.review.roles'), request.gdap.roles, speaker),
    ...rolesFact(say('wizard.renew.added'), added, speaker),
    ...rolesFact(say('wizard.renew.gone'), gone, speaker),
    { name: say('wizard.review.days'), value: lengthOf(request, speaker) },
    ...(now === null ? [] : [{ name: say('wizard.renew.daysNow'), value: now }]),
  ];
};

/** What becomes of the running one, and when. */
const oldFacts = ({ id, endsAt }: Running, { request: { how } }: Weighed, speaker: Speaker): Fact[] => {
  const { say } = speaker;
  const day = endsAt === null ? say('wizard.renew.noEnd') : dateOf(endsAt, speaker);
  return [
    { name: say('wizard.renew.of'), value: id },
    { name: say('wizard.renew.endsNow'), value: day },
    { name: say('wizard.renew.then'), value: say(how === 'anew' ? 'wizard.renew.thenAnew' : 'wizard.renew.thenExtend') },
  ];
};

const letterFacts = (of: Running, { request }: Weighed, speaker: Speaker): Fact[] => {
  const to = recipientOf(of, speaker);
  if (request.how === 'extend' || to === null) return [];
  const said = plain(request.letter.paragraph);
  return [
    { name: speaker.say('wizard.review.letter'), value: to },
    ...(said === '' ? [] : [{ name: speaker.say('wizard.letter.paragraph'), value: said }]),
  ];
};

const factsOf = (weighed: Weighed, { filling, speaker }: Drawing<Filling>): Fact[] => {
  const { of, customer } = filling;
  const { say } = speaker;
  if (of === null || customer === null) return [];
  return [
    { name: say('wizard.review.customer'), value: whichOf(customer) },
    { name: say('wizard.review.wish'), value: say(weighed.request.how === 'anew' ? 'case.wants.renew' : 'case.wants.extend') },
    ...oldFacts(of, weighed, speaker),
    ...rightsFacts(of, weighed, speaker),
    ...letterFacts(of, weighed, speaker),
    ...toldFacts(weighed.decisions, speaker),
  ];
};

const forward = ({ decisions }: Weighed, drawing: Drawing<Filling>): Button[] =>
  verdictOf(decisions) === 'deny'
    ? wayButtons(decisions, drawing)
    : [button(drawing, drawing.speaker.say('wizard.ask'), { tone: 'positive' })];

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
