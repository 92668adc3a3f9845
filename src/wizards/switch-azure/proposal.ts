import type { Proposal } from '../../cases/azure-switch/case.ts';
import type { Customer } from '../../cases/asking/states.ts';
import type { Cloud } from '../../policy/index.ts';
import { isWrong } from '../filled.ts';
import type { ItemSaid } from '../items.ts';
import { writtenOn } from '../letter-page.ts';
import type { Reading } from '../reading.ts';
import type { Told } from '../telling.ts';
import type { Filling } from './filling.ts';
import * as moves from './moves.ts';
import * as origin from './origin.ts';
import * as own from './own-page.ts';
import { procedureOf } from './procedure.ts';
import { settled } from './settled.ts';
import * as subscriptions from './subscriptions.ts';
import * as told from './told.ts';

type Switch = Extract<Proposal, { wants: 'switch' }>;

/** The command as far as the answers make it: all but who sends it, and under which key. */
export interface Request {
  readonly cloud: Cloud;
  readonly customer: Customer;
  readonly proposal: Switch;
}

/** What was chosen or typed, with what it is; an agreement is of one kind for all that was bought under it. */
export const namedOn = (filling: Filling): readonly ItemSaid[] => {
  const chosen = subscriptions.read(filling);
  const from = origin.read(filling);
  if (isWrong(chosen) || isWrong(from)) return [];
  const { boughtFrom, agreement } = from.answer;
  return chosen.answer.map((item) => ({
    ...item,
    facts: boughtFrom === 'ea' ? { ...item.facts, 'item.eaKind': agreement } : item.facts,
  }));
};

/** As the page about moving has been answered; null before. */
const movesOn = (filling: Filling): moves.Moves | null => {
  const read = filling.filled.moves === undefined ? null : moves.read(filling, namedOn(filling));
  return read === null || isWrong(read) ? null : read.answer;
};

/** What is to move, as far as it is known: before the page about moving is answered only what it is. */
export const subjectsOf = (filling: Filling): readonly ItemSaid[] => movesOn(filling)?.subjects ?? namedOn(filling);

/** What need not be asked for the questions that people are asked: what follows from other pages. */
export const untoldSoFar = (filling: Filling): Told => {
  const moved = movesOn(filling);
  return { ...settled(filling), ...(moved && { 'xfer.sameCurrency': moved.sameCurrency }) };
};

/** Everything that was told so far, by whoever fills it in. */
export const toldSoFar = (filling: Filling, { checks }: Pick<Reading, 'checks'>): Told => {
  const procedure = procedureOf(filling);
  const onOwn = procedure && own.read(filling, procedure, checks);
  const onShared = told.read(filling);
  return {
    ...untoldSoFar(filling),
    ...(onOwn && !isWrong(onOwn) && onOwn.answer.told),
    ...(!isWrong(onShared) && onShared.answer),
  };
};

const has = (subjects: readonly ItemSaid[], ...paths: readonly string[]): boolean =>
  subjects.some(({ facts }) => paths.some((path) => facts[path] === true));

const partnerOf = (filling: Filling, tenant: string | null): Switch['otherPartner'] => {
  const { partner } = filling;
  return partner && { name: partner.name, tenant: partner.tenant ?? tenant, domain: partner.domain };
};

/** What goes into the letter beside our own words: what was written for it, and when an agreement ends, on the page of its own. */
export const ownWords = (paragraph: string, filling: Filling, { checks }: Pick<Reading, 'checks'>): string => {
  const procedure = procedureOf(filling);
  const onOwn = procedure && own.read(filling, procedure, checks);
  const ends = onOwn === null || isWrong(onOwn) ? '' : onOwn.answer.ends;
  return [paragraph, ends].filter((part) => part !== '').join('\n');
};

/** As far as one has come: pages that are not answered yet say nothing. Null: it is not even clear who, what, or how. */
export const requestOf = (filling: Filling, reading: Reading): Request | null => {
  const { cloud, customer } = filling;
  const procedure = procedureOf(filling);
  const subjects = subjectsOf(filling);
  if (cloud === null || customer === null || procedure === null || subjects.length === 0) return null;
  const { recipient, paragraph } = writtenOn(filling, reading.checks);
  const onOwn = own.read(filling, procedure, reading.checks);
  const tenant = isWrong(onOwn) ? null : onOwn.answer.tenant;
  return {
    cloud,
    customer: {
      name: customer.name,
      tenant: customer.tenant,
      domain: customer.domain,
      country: customer.country,
      ...recipient,
    },
    proposal: {
      wants: 'switch',
      procedure,
      otherPartner: partnerOf(filling, tenant),
      subjects: subjects.map(({ id, name, facts }) => ({ id, name, facts: { ...facts } })),
      reservations: has(subjects, 'item.includesReservations', 'item.includesSavingsPlan'),
      marketplace: subjects.some(({ facts }) => (facts['item.marketplace'] ?? null) !== null),
      letter: { paragraph: ownWords(paragraph, filling, reading) },
      told: { ...toldSoFar(filling, reading) },
    },
  };
};
