import { cast } from '../cast.ts';
import type { PaneName, Place } from './place.ts';
import { inFront } from './place.ts';

/** What the reader does next, and where.  */
export interface Step {
  /** The key of its sentence. */
  readonly says: string;
  readonly pane: PaneName;
  /** Whom and what the panes are to show. */
  readonly place: Partial<Place>;
  /** The key of what is written for the reader, in the language of whoever is in the pane. */
  readonly writes?: string;
  /** What the page can fill in for the reader, by the names of the fields, and how many steps that takes. */
  readonly fills?: { readonly known: Readonly<Record<string, string>>; readonly steps: 1 | 2 };
  /** The page can tick off for the reader. */
  readonly ticks?: true;
  /** What is to be copied into a card. */
  readonly copy?: string;
}

interface Story {
  /** The key of its name. */
  readonly name: string;
  readonly customer: { readonly tenant: string; readonly name: string; readonly domain: string };
  readonly steps: readonly Step[];
}

type Somebody = keyof typeof cast;
type Extra = Pick<Step, 'writes' | 'copy' | 'fills' | 'ticks'>;

const agent = (says: string, who: Somebody, extra: Extra = {}): Step => ({
  ...{ says, pane: 'agent', place: { agent: cast[who].id, agentChat: '', ...inFront('agent') } },
  ...extra,
});

const admin = (says: string, who: Somebody): Step => ({
  ...{ says, pane: 'admin', place: { admin: cast[who].id, adminChat: '', ...inFront('admin') } },
});

const customer = (says: string): Step => ({ says, pane: 'customer', place: { page: 'inbox', ...inFront('customer') } });

const collefiorito = {
  tenant: 'c0570013-0013-4c13-8c13-000000000c13',
  name: 'Vetreria Collefiorito',
  domain: 'collefiorito.example',
};
const hammarforsen = {
  tenant: 'c0570026-0026-4c26-8c26-000000000c26',
  name: 'Hammarforsen Energi',
  domain: 'hammarforsen.example',
};
const tindfoss = { tenant: 'c0570032-0032-4c32-8c32-000000000c32', name: 'Tindfoss Bryggeri', domain: 'tindfoss.example' };
const tindfossAzure = ['Brygging; 5ab53201-0001-4d01-8d01-000000000032', 'Nettbutikk; 5ab53202-0002-4d02-8d02-000000000032'];
const tindfossKnown = {
  ...{ boughtFrom: 'other_csp', partner: 'Granitt IT AS', which: 'granitt.example' },
  ...{ typed: tindfossAzure.join('\n'), what: 'azure-plan', reservations: 'true', 'item.reservationPayment': 'monthly' },
  ...{ 'customer.otherCspPartners': '1', language: 'en', contact: `admin@${tindfoss.domain}` },
};
const granitt = '7a11c0de-2222-4a10-8a10-0000000000a2';

/** Three of them, each done in two minutes. */
export const stories: readonly [Story, ...Story[]] = [
  {
    name: 'play.story.request',
    customer: collefiorito,
    steps: [
      agent('play.step.request.ask', 'ana', { writes: 'play.words.request-admin' }),
      agent('play.step.request.answer', 'ana', {
        copy: `admin@${collefiorito.domain}`,
        fills: { known: { wish: 'manage', language: 'it', contact: `admin@${collefiorito.domain}` }, steps: 1 },
      }),
      admin('play.step.request.approve', 'ada'),
      customer('play.step.request.accept'),
      agent('play.step.request.active', 'ana'),
    ],
  },
  {
    name: 'play.story.check',
    customer: hammarforsen,
    steps: [
      agent('play.step.check.ask', 'giulia', { writes: 'play.words.check' }),
      agent('play.step.check.answer', 'giulia', {
        fills: {
          known: { more: 'said/azure', 'item.boughtFrom': 'ea', 'item.eaKind': 'direct_ea', 'customer.otherCspPartners': '0' },
          steps: 1,
        },
      }),
      agent('play.step.check.read', 'giulia'),
    ],
  },
  {
    name: 'play.story.switch',
    customer: tindfoss,
    steps: [
      agent('play.step.switch.ask', 'chloe', { writes: 'play.words.switch-azure' }),
      agent('play.step.switch.which', 'chloe', {
        copy: tindfossAzure.join('\n'),
        fills: { known: tindfossKnown, steps: 2 },
      }),
      agent('play.step.switch.answer', 'chloe', { copy: `admin@${tindfoss.domain}` }),
      admin('play.step.switch.approve', 'ada'),
      admin('play.step.switch.second', 'bo'),
      agent('play.step.switch.tick', 'chloe', { ticks: true }),
      { says: 'play.step.switch.release', pane: 'partner', place: { partner: granitt, ...inFront('partner') } },
      agent('play.step.switch.done', 'chloe'),
    ],
  },
];

/** What the panes show in a step: the story’s customer, and whoever has something to do. */
export const placeOf = ({ story, step }: Pick<Progress, 'story' | 'step'>): Partial<Place> => {
  const told = stories[story];
  return { customer: told?.customer.tenant ?? '', letter: '', link: '', ...told?.steps[step]?.place };
};

/** How far the reader has come. */
export interface Progress {
  readonly story: number;
  readonly step: number;
  readonly isOpen: boolean;
}

/** As it was kept; what makes no sense any more is a beginning. */
export const progressFrom = ([story, step, open]: readonly string[]): Progress => {
  const at = Number(story);
  const reached = Number(step);
  const isKnown = stories[at]?.steps[reached] !== undefined;
  return { story: isKnown ? at : 0, step: isKnown ? reached : 0, isOpen: open !== 'closed' };
};
