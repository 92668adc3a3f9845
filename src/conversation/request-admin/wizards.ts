import { caseIdFor } from '../../cases/ids.ts';
import type { CaseId } from '../../cases/ids.ts';
import type { Person } from '../../cases/people.ts';
import { dayOf } from '../../cases/time.ts';
import type { Answer } from '../../commands/answer.ts';
import type { Rehearse } from '../../commands/rehearse.ts';
import { speakerOf } from '../../languages/catalogues.ts';
import type { Language, Speaker } from '../../languages/speak.ts';
import { checkParagraph, checkRecipient } from '../../letters/checks.ts';
import type { Senders } from '../../letters/words.ts';
import { mayAskFor } from '../../policy/index.ts';
import type { Cloud, Flow, Says } from '../../policy/index.ts';
import type { Companies, People, Ports } from '../../ports.ts';
import { PAGE, says } from '../../wizards/filled.ts';
import type { Problems } from '../../wizards/filled.ts';
import { fill } from '../../wizards/request-admin.ts';
import { begun, turnedBack } from '../../wizards/request-admin/filling.ts';
import type { Filling } from '../../wizards/request-admin/filling.ts';
import type { Reading } from '../../wizards/request-admin/review.ts';
import type { Click } from '../click-keys.ts';
import type { Press } from '../heard.ts';
import { createDrafts, requestKey } from './drafts.ts';
import type { KeptDraft } from './drafts.ts';
import { stampOf } from './drawing.ts';
import { LOOK } from './letter.ts';
import { createLookups } from './lookups.ts';
import { drawReview } from './review.ts';
import type { Weighed } from './review.ts';
import {
  ANEW,
  cancelled,
  comesLater,
  createPages,
  mayNotAsk,
  nothingOpen,
  notWeighed,
  notYours,
  offerToGoOn,
  RESUME,
} from './screens.ts';
import { createSteps, whyNot } from './steps.ts';
import type { Shown } from '../show.ts';

/** A page, or the case that came of it. */
export type WizardShown = Shown | { readonly case: CaseId };

export interface WizardMeans {
  readonly ports: Pick<Ports, 'store' | 'clock' | 'chance' | 'house' | 'facts'>;
  readonly companies: Companies;
  readonly people: Pick<People, 'known'>;
  /** Of our accounts. */
  readonly clouds: readonly Cloud[];
  readonly senders: Senders;
  readonly rehearse: Rehearse;
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

const asking = ['relationship_request', 'gdap_request'] as const satisfies readonly Flow[];

const NOTHING: Problems = {};
const STALE: Problems = { [PAGE]: says('wizard.stale') };

const caseOf = (kept: KeptDraft): CaseId => caseIdFor('ADM', requestKey(kept));

export const createWizards = (means: WizardMeans) => {
  const { ports, clouds, senders, submit, adopt } = means;
  const { store, clock, house } = ports;
  const drafts = createDrafts(ports);
  const lookups = createLookups(means);
  const steps = createSteps({ lookups, rehearse: means.rehearse, clouds });
  const drawPage = createPages({ clouds, senders, nameOf: lookups.nameOf });

  const readingNow = (): Reading => ({
    house: house(),
    today: dayOf(clock.now()),
    checks: { checkParagraph, checkRecipient },
  });

  const drawingOf = ({ person, speaker, kept }: At, problems: Problems) => ({
    id: kept.id,
    filling: kept.draft.filling,
    reading: readingNow(),
    problems,
    person,
    speaker,
  });

  /** On another device somebody was faster: that is where it stands. */
  const present = async ({ person, speaker, kept }: At): Promise<WizardShown> => {
    const now = await drafts.load(person, kept.id);
    return now === null ? notYours(speaker) : draw({ person, speaker, kept: now }, STALE);
  };

  const keep = async (at: At, filling: Filling): Promise<At | null> => {
    const kept = await drafts.save(at.person, at.kept, { ...at.kept.draft, filling });
    return kept && { ...at, kept };
  };

  const draw = async (at: At, problems: Problems = NOTHING): Promise<WizardShown> => {
    const { draft } = at.kept;
    if (draft.opened !== null) return { case: draft.opened };
    const drawing = drawingOf(at, problems);
    if (draft.filling.page !== 'review') return drawPage(drawing);
    const weighed = await steps.weigh(draft.filling, { person: at.person, reading: drawing.reading });
    if ('request' in weighed) return drawReview(drawing, weighed);
    if ('filling' in weighed) return turn(at, weighed.filling, problems);
    return notWeighed(drawing, whyNot(weighed));
  };

  const turn = async (at: At, filling: Filling, problems: Problems = NOTHING): Promise<WizardShown> => {
    const next = await keep(at, filling);
    return next === null ? present(at) : draw(next, problems);
  };

  const opened = async (at: At, id: CaseId): Promise<WizardShown> => {
    // Should this not be kept, the same key leads to the same case.
    await drafts.save(at.person, at.kept, { ...at.kept.draft, opened: id });
    return { case: id };
  };

  const refused = async (at: At, why: Says, isFinal: boolean): Promise<WizardShown> => {
    const { kept, person } = at;
    const attempt = kept.draft.attempt + (isFinal ? 1 : 0);
    const next = await drafts.save(person, kept, { ...kept.draft, attempt });
    return next === null ? present(at) : draw({ ...at, kept: next }, { [PAGE]: why });
  };

  const send = async (at: At, { request }: Weighed): Promise<WizardShown> => {
    const { person, kept, speaker, message } = at;
    if (message) await adopt(caseOf(kept), person, message);
    const answer = await submit({ name: 'request-admin', ...request }, person, requestKey(kept));
    if (answer === null) return comesLater(speaker);
    if (answer.kind !== 'done') return refused(at, whyNot(answer), answer.kind === 'refused');
    await lookups.remember(request, person);
    return opened(at, answer.caseId);
  };

  /** What was submitted already is not submitted again, whatever has been filled in since. */
  const ask = async (at: At): Promise<WizardShown> => {
    const id = caseOf(at.kept);
    if ((await store.case(id)) !== null) return opened(at, id);
    const { filling } = at.kept.draft;
    const weighed = await steps.weigh(filling, { person: at.person, reading: readingNow() });
    return 'request' in weighed ? send(at, weighed) : draw(at);
  };

  /** What was filled in is kept before anybody outside is asked. */
  const forward = async (at: At, inputs: Press['inputs']): Promise<WizardShown> => {
    const filled = await keep(at, fill(at.kept.draft.filling, inputs));
    if (filled === null) return present(at);
    const { filling } = filled.kept.draft;
    if (filling.page === 'review') return ask(filled);
    const stepped = await steps.forward(filling, { person: at.person, reading: readingNow() });
    return turn(filled, stepped.filling, stepped.problems);
  };

  const look = async (at: At, inputs: Press['inputs']): Promise<WizardShown> => {
    const next = await keep(at, fill(at.kept.draft.filling, inputs));
    return next === null ? present(at) : drawPage({ ...drawingOf(next, NOTHING), isLooking: true });
  };

  const goBack = (at: At, inputs: Press['inputs'] = {}): Promise<WizardShown> =>
    turn(at, turnedBack(fill(at.kept.draft.filling, inputs)));

  const begin = async (person: Person, customer: string | null, speaker: Speaker): Promise<WizardShown> => {
    const [cloud = null, ...others] = clouds;
    const empty = begun(others.length === 0 ? cloud : null);
    const filling = customer === null ? empty : fill(empty, { typed: customer.slice(0, 300) });
    const at = { person, speaker, kept: await drafts.begin(person, filling) };
    return customer === null || others.length > 0 ? draw(at) : forward(at, {});
  };

  const giveUp = async ({ person, speaker, kept }: At, isForNew: boolean): Promise<WizardShown> => {
    await drafts.drop(person, kept);
    return isForNew ? begin(person, kept.draft.anew, speaker) : cancelled(speaker);
  };

  const offer = async ({ person, speaker, kept }: At, customer: string | null): Promise<WizardShown> => {
    const anew = customer?.slice(0, 300) ?? null;
    const saved = await drafts.save(person, kept, { ...kept.draft, anew });
    return saved === null ? present({ person, speaker, kept }) : offerToGoOn(saved, speaker);
  };

  const pressed = (at: At, { verb, seen, inputs, isAutomatic }: Press): Promise<WizardShown> => {
    const { filling, opened: done } = at.kept.draft;
    if (done !== null || isAutomatic || (verb === 'page' && seen === RESUME)) return draw(at);
    if (verb === 'cancel') return giveUp(at, seen === ANEW);
    const stamp = stampOf(filling);
    if (verb === 'page' && filling.page === 'letter' && seen === `${stamp}${LOOK}`) return look(at, inputs);
    if (seen !== stamp) return draw(at, STALE);
    return verb === 'back' ? goBack(at, inputs) : forward(at, inputs);
  };

  /** What this person has left open; what has become a case behind their back is open no more. */
  const leftOpen = async (person: Person): Promise<KeptDraft | null> => {
    const kept = await drafts.open(person);
    if (kept === null || (await store.case(caseOf(kept))) === null) return kept;
    await drafts.drop(person, kept);
    return leftOpen(person);
  };

  return {
    start: async (person: Person, customer: string | null, language: Language): Promise<WizardShown> => {
      const speaker = speakerOf(language);
      // Nobody fills in six pages to learn that they may not ask.
      if (!asking.some((flow) => mayAskFor(house(), flow, person.roles))) return mayNotAsk(speaker);
      const kept = await leftOpen(person);
      if (kept === null) return begin(person, customer, speaker);
      if (kept.draft.filling.customer !== null) return offer({ person, speaker, kept }, customer);
      await drafts.drop(person, kept);
      return begin(person, customer, speaker);
    },

    /** `message`: in which the page stands, where it is the person’s alone. */
    press: async (person: Person, press: Press, language: Language, message: string | null = null): Promise<WizardShown> => {
      const speaker = speakerOf(language);
      const kept = await drafts.load(person, press.id);
      return kept === null ? notYours(speaker) : pressed({ person, speaker, kept, message }, press);
    },

    back: async (person: Person, language: Language): Promise<WizardShown> => {
      const speaker = speakerOf(language);
      const kept = await leftOpen(person);
      return kept === null ? nothingOpen(speaker) : goBack({ person, speaker, kept });
    },

    cancel: async (person: Person, language: Language): Promise<WizardShown> => {
      const speaker = speakerOf(language);
      const kept = await leftOpen(person);
      return kept === null ? nothingOpen(speaker) : giveUp({ person, speaker, kept }, false);
    },
  };
};
