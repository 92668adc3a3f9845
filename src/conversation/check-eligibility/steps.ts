import { deadlineOf } from '../../cases/finish-before.ts';
import { dayOf } from '../../cases/time.ts';
import { whomOf } from '../../cases/whom.ts';
import type { NotDone } from '../../commands/answer.ts';
import { clean } from '../../commands/clean.ts';
import type { Inquire } from '../../commands/rehearse.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Holdings, Ports } from '../../ports.ts';
import { nextKind, readPage } from '../../wizards/check-eligibility.ts';
import { alikeIn, asksFor, saidHere } from '../../wizards/check-eligibility/asks.ts';
import { Held, MOST_ITEMS, taken } from '../../wizards/check-eligibility/filling.ts';
import type { Filling } from '../../wizards/check-eligibility/filling.ts';
import { dropped } from '../../wizards/check-eligibility/subscriptions.ts';
import { thingIn } from '../../wizards/check-eligibility/things.ts';
import { answered, toldOn } from '../../wizards/check-eligibility/told.ts';
import type { Found } from '../../wizards/customer-page.ts';
import { PAGE } from '../../wizards/filled.ts';
import { hindrances, turnedTo, warned } from '../../wizards/walk.ts';
import type { KeptChecks } from '../kept-checks.ts';
import { goes, stays, whyNot } from '../wizards/journey.ts';
import type { Asking, Stepped } from '../wizards/journey.ts';
import type { Lookups } from '../wizards/lookups.ts';
import { unreachable } from '../wizards/whom.ts';
import type { Whom } from '../wizards/whom.ts';
import { answersOf } from './answers.ts';
import type { Answered } from './answers.ts';

interface Means {
  readonly ports: Pick<Ports, 'clock'>;
  readonly lookups: Lookups;
  readonly whom: Whom;
  readonly holdings: Holdings;
  readonly inquire: Inquire;
  readonly checks: KeptChecks;
  readonly clouds: readonly Cloud[];
}

export interface Weighed {
  readonly answers: readonly Answered[];
}

const customerIn = ({ name, tenant, domain, country }: Found) => ({ name, tenant, domain, country, language: 'en', contact: null });

/** Going on from page to page, with what has to be looked up on the way. */
export const createSteps = ({ ports, lookups, whom, holdings, inquire, checks, clouds }: Means) => {
  const enter = async (before: Filling, cloud: Cloud, company: Found): Promise<Stepped<Filling>> => {
    const read = await holdings.of(cloud, customerIn(company));
    if ('unreachable' in read) return stays(before, unreachable(read.unreachable));
    const held = clean(
      read.held
        .slice(0, MOST_ITEMS)
        .flatMap(({ id, name, facts, soldBy }) => Held.safeParse({ id, name, facts, soldBy }).data ?? []),
    );
    const said = [...(await lookups.items(cloud, company))];
    const told = await lookups.toldBefore(cloud, company);
    const byCustomer = await lookups.byCustomer(cloud, company);
    const found = { cloud, held, said, byCustomer, isWhole: read.isWhole, before: told };
    return goes(turnedTo({ ...taken(before, company), ...found }, 'subscriptions'));
  };

  /** What the rules say to everything; or where something is still open. */
  const weigh = async (filling: Filling, { person, reading }: Asking): Promise<Weighed | Stepped<Filling> | NotDone> => {
    const { cloud, customer } = filling;
    const all = alikeIn(filling, reading.today);
    if (cloud === null || customer === null) return goes(turnedTo(filling, 'customer'));
    if (all.length === 0) return goes(turnedTo(filling, 'subscriptions'));
    const asks = all.flatMap(asksFor);
    const said = await inquire({ cloud, customer: customerIn(customer), asks, told: toldOn(filling), requester: person });
    if (said.kind === 'missing')
      return goes(turnedTo({ ...filling, missing: [...new Set([...filling.missing, ...said.paths])] }, 'told'));
    return said.kind === 'would' ? { answers: answersOf(all, said.decisions) } : said;
  };

  /** So that the next one need not ask again, and whoever looks for the customer finds it. */
  const remember = async (filling: Filling, answers: readonly Answered[], { person, reading }: Asking): Promise<void> => {
    const { cloud, customer } = filling;
    if (cloud === null || customer === null) return;
    await lookups.forgetItems(cloud, customer, dropped(filling));
    await lookups.rememberItems(cloud, customer, saidHere(filling, reading.today), person);
    await lookups.remember(cloud, customer, answered(filling), person);
    const now = ports.clock.now();
    const ahead = { now, house: reading.house, about: whomOf({ customer, requester: person, proposal: { wants: 'know' } }) };
    const items = answers.flatMap(({ alike, support, move, procedures }) => {
      const deadline = deadlineOf([...support.decisions, ...move.decisions], ahead);
      return alike.items.map((one) => ({
        ...{ name: one.name, thing: thingIn(one.id) },
        ...{ support: support.verdict, move: move.verdict, procedures, deadline },
      }));
    });
    await checks.keep(cloud, customer, { by: person.id, on: dayOf(now), items });
  };

  const toVerdict = async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
    const weighed = await weigh(filling, asking);
    if ('filling' in weighed)
      return weighed.filling.page === filling.page ? goes({ ...weighed.filling, path: filling.path }) : weighed;
    if (!('answers' in weighed)) return stays(filling, { [PAGE]: whyNot(weighed) });
    await remember(filling, weighed.answers, asking);
    return goes(turnedTo(filling, 'verdict'));
  };

  return {
    weigh,
    /** From the present page, as it is filled in. */
    forward: async (filling: Filling, asking: Asking): Promise<Stepped<Filling>> => {
      const { today } = asking.reading;
      if (filling.page === 'customer') return whom(filling, enter);
      if (filling.page === 'verdict') return goes(filling);
      const hindered = hindrances(filling, readPage(filling, today, clouds));
      if (Object.keys(hindered).length > 0) return stays(warned(filling), hindered);
      const kind = filling.page === 'told' ? null : nextKind(filling, today);
      return kind === null ? toVerdict(filling, asking) : goes(turnedTo(filling, kind));
    },
  };
};
