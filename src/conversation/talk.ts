import type { Person } from '../cases/people.ts';
import type { Answer } from '../commands/answer.ts';
import type { Handle } from '../commands/handle.ts';
import { createInquire, createRehearse } from '../commands/rehearse.ts';
import { languageOf, speakerOf } from '../languages/catalogues.ts';
import type { Cloud } from '../policy/index.ts';
import type { Carriers, Companies, Courier, Holdings, People, Ports, Shell } from '../ports.ts';
import { createAcquaintances } from './acquaintances.ts';
import { createBackground } from './background.ts';
import { createCaseViews } from './case-views.ts';
import { createClicks } from './clicks.ts';
import { createConverse } from './converse.ts';
import { createDecisions } from './decisions.ts';
import { failedShown } from './failed.ts';
import { createBoard } from './finding/board.ts';
import { createOwnCases } from './finding/own-cases.ts';
import { createFoundCases } from './finding/found-cases.ts';
import { createFoundCustomers } from './finding/found-customers.ts';
import { createSearch } from './finding/search.ts';
import { createGrammar } from './grammar/grammar.ts';
import type { Conversation, Heard, Reply } from './heard.ts';
import { PATIENCE_MS } from './in-time.ts';
import { createLateAnswers } from './late-answers.ts';
import { createLivingCard } from './living-card.ts';
import type { Channel } from './living-card.ts';
import { createPersonalChats } from './personal-chats.ts';
import { createPresses } from './presses.ts';
import { replyOf } from './show.ts';
import { createTelling } from './telling.ts';
import { show } from './turn.ts';
import type { Answered, Turn } from './turn.ts';
import { createWishes } from './wishes.ts';
import type { JourneyName, WizardShown } from './wizards/journey.ts';
import { createJourneys } from './wizards/journeys.ts';
import type { JourneyMeans } from './wizards/journeys.ts';
import { createWizards } from './wizards/wizards.ts';

export interface Office {
  /** What our own company is called. */
  readonly company: string;
  /** The tenant in which our people have their chats, and all whose people are ours. */
  readonly tenant: string;
  readonly tenants: readonly string[];
  /** In which we have accounts. */
  readonly clouds: readonly Cloud[];
  readonly senders: JourneyMeans['senders'];
  /** Where approvers meet. */
  readonly channels: readonly Channel[];
}

interface Means {
  readonly ports: Ports;
  readonly handle: Handle;
  readonly people: People;
  readonly companies: Companies;
  readonly holdings: Holdings;
  readonly shell: Shell;
  readonly letterCodeOf?: Parameters<typeof createCaseViews>[0]['letterCodeOf'];
  readonly courier: Courier;
  readonly office: Office;
  /** Something was kept, and what it sets going need not wait for anybody to look. */
  readonly poke: () => void;
  readonly patienceMs?: number;
}

interface Talk extends Conversation {
  /** What is shown when something broke. */
  readonly onFailure: (heard: Heard | null, reference: string) => Promise<Reply>;
  readonly carriers: Pick<Carriers, 'show-case' | 'tell'>;
  /** After a start: what people had pressed, and had not been answered. */
  readonly resume: () => Promise<void>;
  /** What goes on while nobody waits for it is at its end. */
  readonly settled: () => Promise<void>;
}

/** A click has to be written down, and shown as being under way, before the answer to it is late. */
const CLICK_SHARE = 0.75;

/** What a service does not tell meanwhile is left out of a list, so that the rest of it is there in time. */
const SEARCH_SHARE = 0.5;

/** The message that was pressed, where nobody else reads it. */
const ownMessage = ({ heard: { chat, pressedOn } }: Turn): string | null => (chat.kind === 'personal' ? pressedOn : null);

/** The whole conversation, without the program that carries it. */
export const createTalk = (means: Means): Talk => {
  const { ports, handle, people, companies, holdings, shell, courier, office, poke, patienceMs = PATIENCE_MS } = means;
  const { store, clock, operator, house, hasAnswersPage: asksCustomers = false } = ports;
  const acquaintances = createAcquaintances(store);
  const chats = createPersonalChats({ acquaintances, courier, tenant: office.tenant });
  const views = createCaseViews({ clock, house, shell, ...(means.letterCodeOf && { letterCodeOf: means.letterCodeOf }) });
  const card = createLivingCard({
    store,
    clock,
    operator,
    people,
    courier,
    acquaintances,
    chats,
    views,
    channels: office.channels,
  });

  /** Cards show it anyway where something was kept; a no is told to whoever has waited for it. */
  const cameLate = async (by: Person, answer: Answer, { caseId }: Readonly<Record<string, unknown>>): Promise<void> => {
    poke();
    if (answer.kind === 'done') return;
    const speaker = await chats.speakerFor(by.id);
    const why = speaker.sayKey(answer.says.key, answer.says.values as never);
    const posted = await chats.post(by.id, { text: typeof caseId === 'string' ? `${caseId}: ${why}` : why });
    if (posted.kind !== 'posted') operator.tell(`${by.id} was not told what came of a late click: ${posted.words}`);
  };

  const background = createBackground(operator);
  const poking: Handle = async (command, settles) => {
    const handled = await handle(command, settles);
    poke();
    if (handled.kind === 'done') background.goesOn(card.hasten(handled.caseId).then(poke), 'A card could not be shown sooner');
    return handled;
  };
  const clicks = createClicks({ store, clock, people, background, handle: poking, patienceMs: patienceMs * CLICK_SHARE, cameLate });
  const decisions = createDecisions({
    store,
    clock,
    clicks,
    views,
    card,
    choose: (turn, typed) => fromWizard(turn, startWizard(turn, 'hand-out', typed)),
  });

  const wizards = createWizards({
    ports,
    clouds: office.clouds,
    journeys: createJourneys({
      ports,
      companies,
      holdings,
      people,
      clouds: office.clouds,
      senders: office.senders,
      rehearse: createRehearse(ports),
      inquire: createInquire(ports),
      asksCustomers,
    }),
    submit: (click, by, key) => clicks.handUnder(key, click, by),
    adopt: card.adopt,
  });
  const startWizard = (turn: Turn, wizard: JourneyName, text: string | null): Promise<WizardShown> =>
    wizards.start(turn.person, { wizard, text }, turn.speaker.language);
  const fromWizard = async (turn: Turn, shown: Promise<WizardShown>): Promise<Answered> => {
    const came = await shown;
    return 'case' in came ? decisions.view(turn, came.case, came.note === undefined ? {} : { note: came.note }) : show(came);
  };

  const ownCases = createOwnCases({ store, house });
  const wish = createWishes({
    acquaintances,
    decisions,
    board: createBoard({ ownCases, clock, house }),
    company: office.company,
    asksCustomers,
    wizard: {
      start: (turn, wizard, text) => fromWizard(turn, startWizard(turn, wizard, text)),
      back: (turn) => fromWizard(turn, wizards.back(turn.person, turn.speaker.language)),
      cancel: (turn) => fromWizard(turn, wizards.cancel(turn.person, turn.speaker.language)),
    },
  });

  const search = createSearch({
    customers: createFoundCustomers({
      store,
      people,
      ownCases,
      companies,
      clouds: office.clouds,
      patienceMs: patienceMs * SEARCH_SHARE,
    }),
    cases: createFoundCases({ store, house, clock, ownCases, acquaintances, views }),
  });

  const understand = createGrammar();
  const press = createPresses({
    store,
    decisions,
    say: (turn, text) => wish(turn, understand(text, { language: turn.speaker.language })),
    wizard: (turn, pressed) => fromWizard(turn, wizards.press(turn.person, pressed, turn.speaker.language, ownMessage(turn))),
  });

  return {
    hear: createConverse({
      people,
      companies,
      acquaintances,
      late: createLateAnswers({ courier, chats, operator, background, chance: ports.chance }),
      tenants: office.tenants,
      clouds: office.clouds,
      wish,
      press,
      search,
      patienceMs,
    }),
    onFailure: async (heard, reference) => {
      const known = heard && (await acquaintances.find(heard.who.id)).language;
      const speaker = speakerOf(known ?? (heard?.locale ? languageOf(heard.locale) : null) ?? 'en');
      return replyOf(failedShown(speaker, reference), speaker);
    },
    carriers: { 'show-case': card.carrier, tell: createTelling(chats, people) },
    resume: clicks.resume,
    settled: background.settled,
  };
};
