import { caseIdFor } from '../../cases/ids.ts';
import type { CaseId } from '../../cases/ids.ts';
import type { Person } from '../../cases/people.ts';
import { dayOf } from '../../cases/time.ts';
import type { Answer } from '../../commands/answer.ts';
import { speakerOf } from '../../languages/catalogues.ts';
import type { Language, Speaker } from '../../languages/speak.ts';
import { checkParagraph, checkRecipient } from '../../letters/checks.ts';
import { mayAskFor } from '../../policy/index.ts';
import type { Cloud, Says } from '../../policy/index.ts';
import type { Ports } from '../../ports.ts';
import { PAGE, says } from '../../wizards/filled.ts';
import type { Problems } from '../../wizards/filled.ts';
import type { Reading } from '../../wizards/reading.ts';
import { fill, turnedBack } from '../../wizards/walk.ts';
import type { Click } from '../click-keys.ts';
import type { Press } from '../heard.ts';
import { createDrafts, requestKey } from './drafts.ts';
import type { Draft, KeptDraft } from './drafts.ts';
import { stampOf } from './drawing.ts';
import { whyNot } from './journey.ts';
import type { Drawing, Filled, Journey, JourneyName, Order, WizardShown } from './journey.ts';
import { ANEW, cancelled, comesLater, mayNotAsk, nothingOpen, notWeighed, notYours, offerToGoOn, RESUME } from './notices.ts';
import { caseIdIn } from './running.ts';

interface Means {
  readonly ports: Pick<Ports, 'store' | 'clock' | 'chance' | 'house'>;
  /** Of our accounts. */
  readonly clouds: readonly Cloud[];
  readonly journeys: Readonly<Partial<Record<JourneyName, Journey<Filled>>>>;
  /** Hands the command on. Null: it takes longer, and whoever asked hears of it later. */
  readonly submit: (click: Click, by: Person, key: string) => Promise<Answer | null>;
  /** The message in which the last page stands becomes their copy of the case. */
  readonly adopt: (id: CaseId, by: Person, message: string) => Promise<void>;
}

/** Somebody at their draft. */
interface At {
  readonly person: Person;
  readonly speaker: Speaker;
  readonly kept: KeptDraft;
  /** In which the page stands that was pressed; null where others read it too. */
  readonly message?: string | null;
}

/** What somebody wants to begin. */
interface Wanted {
  readonly wizard: JourneyName;
  readonly text: string | null;
}

/** A customer or a case, as it was typed; words of a decision may follow, or what a question is about. */
const longestTexts: Partial<Record<JourneyName, number>> = { 'hand-out': 2_100, 'ask-customer': 600 };
const longestText = (wizard: JourneyName): number => longestTexts[wizard] ?? 300;

const NOTHING: Problems = {};
const STALE: Problems = { [PAGE]: says('wizard.stale') };

/** Every wizard, page by page: what is filled in is kept before anything else, and nobody loses their place. */
export const createWizards = ({ ports, clouds, journeys, submit, adopt }: Means) => {
  const { store, clock, house } = ports;
  const drafts = createDrafts({ ...ports, shapeOf: (name) => journeys[name]?.shape ?? null });

  const journeyOf = (name: JourneyName): Journey<Filled> => {
    const journey = journeys[name];
    if (journey === undefined) throw new Error(`No wizard ${name}`);
    return journey;
  };
  const at = ({ kept }: At): Journey<Filled> => journeyOf(kept.draft.wizard);

  const readingNow = (): Reading => ({
    house: house(),
    today: dayOf(clock.now()),
    checks: { checkParagraph, checkRecipient },
  });

  const asking = ({ person }: At) => ({ person, reading: readingNow() });

  const drawingOf = (here: At, problems: Problems, wanted: string | null): Drawing => {
    const { filling, wizard } = here.kept.draft;
    const { person, reading } = asking(here);
    const steps = at(here).stepsOf(filling, reading);
    return { journey: wizard, id: here.kept.id, filling, reading, problems, person, speaker: here.speaker, steps, wanted };
  };

  /** Null: nothing of it is open any more. */
  const caseOf = (kept: KeptDraft): CaseId | null => {
    const { opens } = journeyOf(kept.draft.wizard);
    return opens && caseIdFor(opens, requestKey(kept));
  };

  const isThere = async (id: CaseId | null): Promise<boolean> => id !== null && (await store.case(id)) !== null;

  /** On another device somebody was faster: that is where it stands. */
  const present = async (here: At): Promise<WizardShown> => {
    const now = await drafts.load(here.person, here.kept.id);
    return now === null ? notYours(here.kept.draft.wizard, here.speaker) : draw({ ...here, kept: now }, STALE);
  };

  const keep = async (here: At, filling: Filled): Promise<At | null> => {
    const kept = await drafts.save(here.person, here.kept, { ...here.kept.draft, filling });
    return kept && { ...here, kept };
  };

  const draw = async (here: At, problems: Problems = NOTHING, wanted: string | null = null): Promise<WizardShown> => {
    const done = here.kept.draft.opened;
    if (done !== null) return { case: done };
    const drawing = drawingOf(here, problems, wanted);
    const drawn = await at(here).draw(drawing);
    if ('screen' in drawn) return drawn;
    if ('case' in drawn) {
      const { key, values } = whyNot(drawn.why);
      return { ...(await opened(here, drawn.case)), note: here.speaker.sayKey(key, values) };
    }
    return 'filling' in drawn ? turn(here, drawn.filling, { ...problems, ...drawn.problems }) : notWeighed(drawing, whyNot(drawn));
  };

  const turn = async (
    here: At,
    filling: Filled,
    problems: Problems = NOTHING,
    wanted: string | null = null,
  ): Promise<WizardShown> => {
    const next = await keep(here, filling);
    return next === null ? present(here) : draw(next, problems, wanted);
  };

  const opened = async ({ kept, person }: At, id: CaseId): Promise<{ readonly case: CaseId }> => {
    // Should this not be kept, the same key leads to the same case.
    await drafts.save(person, kept, { ...kept.draft, opened: id });
    return { case: id };
  };

  const refused = async (here: At, why: Says, isFinal: boolean): Promise<WizardShown> => {
    const { kept, person } = here;
    const attempt = kept.draft.attempt + (isFinal ? 1 : 0);
    const next = await drafts.save(person, kept, { ...kept.draft, attempt });
    return next === null ? present(here) : draw({ ...here, kept: next }, { [PAGE]: why });
  };

  const send = async (here: At, { click, remember }: Order): Promise<WizardShown> => {
    const { person, kept, speaker, message } = here;
    const opens = caseOf(kept);
    if (message && opens !== null) await adopt(opens, person, message);
    const answer = await submit(click, person, requestKey(kept));
    if (answer === null) return comesLater(kept.draft.wizard, speaker);
    if (answer.kind !== 'done') return refused(here, whyNot(answer), answer.kind === 'refused');
    await remember?.();
    return opened(here, answer.caseId);
  };

  /** What was submitted already is not submitted again, whatever has been filled in since. */
  const ask = async (here: At): Promise<WizardShown> => {
    const id = caseOf(here.kept);
    if (id !== null && (await isThere(id))) return opened(here, id);
    const order = await at(here).order(here.kept.draft.filling, asking(here));
    return order === null ? draw(here) : send(here, order);
  };

  const filledIn = ({ kept, ...here }: At, inputs: Press['inputs']): Filled => {
    const { filling } = kept.draft;
    return fill(filling, at({ ...here, kept }).inputsOf(filling), inputs);
  };

  /** What was filled in is kept before anybody outside is asked. */
  const forward = async (here: At, inputs: Press['inputs']): Promise<WizardShown> => {
    const filled = await keep(here, filledIn(here, inputs));
    if (filled === null) return present(here);
    const { filling } = filled.kept.draft;
    if (at(here).isLast(filling)) return ask(filled);
    const stepped = await at(here).forward(filling, asking(filled));
    return turn(filled, stepped.filling, stepped.problems);
  };

  const begin = async (person: Person, { wizard, text }: Wanted, speaker: Speaker): Promise<WizardShown> => {
    const [cloud = null, ...others] = clouds;
    const short = text?.slice(0, longestText(wizard)) ?? null;
    const filling = journeyOf(wizard).begin({ cloud: others.length === 0 ? cloud : null, text: short });
    const here = { person, speaker, kept: await drafts.begin(person, wizard, filling) };
    // A case knows its cloud.
    const isClear = others.length === 0 || caseIdIn(short ?? '') !== null;
    return short === null || !isClear ? draw(here) : forward(here, {});
  };

  const giveUp = async ({ person, speaker, kept }: At, isForNew: boolean): Promise<WizardShown> => {
    await drafts.drop(person, kept);
    const { wizard, anew } = kept.draft;
    return isForNew ? begin(person, anew ?? { wizard, text: null }, speaker) : cancelled(wizard, speaker);
  };

  const offer = async ({ person, speaker, kept }: At, anew: Wanted): Promise<WizardShown> => {
    const saved = await drafts.save(person, kept, {
      ...kept.draft,
      anew: { ...anew, text: anew.text?.slice(0, longestText(anew.wizard)) ?? null },
    });
    return saved === null ? present({ person, speaker, kept }) : offerToGoOn(saved, speaker);
  };

  const pressed = (here: At, { verb, seen, inputs, isAutomatic }: Press): Promise<WizardShown> => {
    const { filling, opened: done } = here.kept.draft;
    if (done !== null || isAutomatic || (verb === 'page' && seen === RESUME)) return draw(here);
    if (verb === 'cancel') return giveUp(here, seen === ANEW);
    const stamp = stampOf(filling);
    if (verb === 'page' && seen.startsWith(`${stamp} `))
      return turn(here, filledIn(here, inputs), NOTHING, seen.slice(stamp.length + 1));
    if (seen !== stamp) return draw(here, STALE);
    return verb === 'back' ? turn(here, turnedBack(filledIn(here, inputs))) : forward(here, inputs);
  };

  /** What this person has left open; what has become a case behind their back is open no more. */
  const leftOpen = async (person: Person, isMeant: (draft: Draft) => boolean = () => true): Promise<KeptDraft | null> => {
    const kept = await drafts.open(person, isMeant);
    if (kept === null || !(await isThere(caseOf(kept)))) return kept;
    await drafts.drop(person, kept);
    return leftOpen(person, isMeant);
  };

  /** Whoever looks something up, or asks the customer for what is not known, goes on afterwards with what they were at. */
  const isAside = (name: JourneyName): boolean => name === 'ask-customer' || journeyOf(name).opens === null;

  /** A request that is half filled in is nothing to be lost by beginning another. */
  const inTheWay =
    (wanted: JourneyName) =>
    ({ wizard }: Draft): boolean =>
      isAside(wanted) ? wizard === wanted : !isAside(wizard);

  /** With what was left open last. */
  const withOpen = async (person: Person, language: Language, go: (here: At) => Promise<WizardShown>): Promise<WizardShown> => {
    const speaker = speakerOf(language);
    const kept = await leftOpen(person);
    return kept === null ? nothingOpen(null, speaker) : go({ person, speaker, kept });
  };

  return {
    start: async (person: Person, wanted: Wanted, language: Language): Promise<WizardShown> => {
      const speaker = speakerOf(language);
      const { flows, whyNot: whyNotBegun } = journeyOf(wanted.wizard);
      // Nobody fills in six pages to learn that they may not ask.
      const refusal = whyNotBegun?.(person) ?? null;
      if (refusal !== null) return mayNotAsk(wanted.wizard, speaker, whyNot(refusal));
      const mayAsk = flows.length === 0 || flows.some((flow) => mayAskFor(house(), flow, person.roles));
      if (!mayAsk) return mayNotAsk(wanted.wizard, speaker);
      const kept = await leftOpen(person, inTheWay(wanted.wizard));
      if (kept === null) return begin(person, wanted, speaker);
      const isWorthKeeping = kept.draft.filling.customer !== null && journeyOf(kept.draft.wizard).opens !== null;
      if (isWorthKeeping) return offer({ person, speaker, kept }, wanted);
      await drafts.drop(person, kept);
      return begin(person, wanted, speaker);
    },

    /** `message`: in which the page stands, where it is the person’s alone. */
    press: async (person: Person, press: Press, language: Language, message: string | null = null): Promise<WizardShown> => {
      const speaker = speakerOf(language);
      const kept = await drafts.load(person, press.id);
      return kept === null ? notYours(null, speaker) : pressed({ person, speaker, kept, message }, press);
    },

    back: (person: Person, language: Language): Promise<WizardShown> =>
      withOpen(person, language, (here) => turn(here, turnedBack(here.kept.draft.filling))),

    cancel: (person: Person, language: Language): Promise<WizardShown> => withOpen(person, language, (here) => giveUp(here, false)),
  };
};
