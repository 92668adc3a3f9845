import type { CaseId } from '../../../src/cases/ids.ts';
import { approveRelationship } from '../../../src/sandbox/relationships.ts';
import { acceptTie } from '../../../src/sandbox/ties.ts';
import { acceptTransfer } from '../../../src/sandbox/transfers.ts';
import type { World as MadeUp } from '../../../src/sandbox/world.ts';
import type { Command } from '../../../src/commands/catalog.ts';
import { createOffers } from '../../../src/services/offers.ts';
import { doing, ending, inviting, movedBy, renewing, switching } from '../../support/requests.ts';
import { addCustomer, azurePlan, azureSubscription, granitt, nordlys, solsikke, tie } from '../../support/sandbox-world.ts';
import type { Sandboxed } from '../../support/sandboxed.ts';
import { granittAsks, production, staging, theirPlan, withUs } from '../../support/transfer-world.ts';

/** One of the contract's recipes, played from its first word to its end. */
export interface Recipe {
  readonly name: string;
  readonly populate: (world: MadeUp) => void;
  /** What people do, here and outside; says which case it was. */
  readonly play: (open: Sandboxed) => Promise<CaseId>;
  /** Where it ends when nothing goes wrong. */
  readonly ends: string;
  /** What there has to be at Microsoft then, once each. */
  readonly leaves: Readonly<Record<string, number>>;
}

const customer = {
  name: 'Solsikke Bakeri AS',
  tenant: solsikke,
  domain: 'solsikkebakeri.example',
  country: 'NO',
  language: 'en',
  contact: 'kari@solsikkebakeri.example',
};

/** Somebody who is told that it could not be done now presses again a little later. */
const insistent = async (open: Sandboxed, command: Command): Promise<CaseId> => {
  for (let left = 5; ; left--) {
    const answer = await open.handle({ ...command, key: `${command.key}-${left}` });
    if (answer.kind === 'done') return answer.caseId;
    if (left === 0 || answer.kind === 'refused') throw new Error(`${command.name}: ${JSON.stringify(answer)}`);
    await open.run({ minutes: 1 });
  }
};

const approved = async (open: Sandboxed, id: CaseId, ...people: readonly ('ada' | 'bo' | 'gunn')[]): Promise<void> => {
  const { approve } = doing(open);
  for (const by of people) {
    for (let left = 5; ; left--) {
      const answer = await approve(id, by);
      if (answer.kind === 'done') break;
      // What was read anew looks different by now: whoever decides looks again.
      const looksAgain = answer.kind === 'refused' && answer.says.key === 'refusal.changed';
      if (left === 0 || (answer.kind === 'refused' && !looksAgain))
        throw new Error(`${by} could not approve: ${JSON.stringify(answer)}`);
      await open.run({ minutes: 1 });
    }
  }
};

/** It is asked for, this person approves of it, and half a day later it has come about. */
const broughtAbout = async (open: Sandboxed, command: Command, by: 'ada' | 'gunn'): Promise<CaseId> => {
  const id = await insistent(open, command);
  await approved(open, id, by);
  await open.run({ hours: 12 });
  return id;
};

/** The newest relationship the customer has been asked for. */
const invitation = ({ made }: Sandboxed) => [...made.relationships.values()].findLast(({ status }) => status === 'approvalPending');

const requested = async (open: Sandboxed, more: Parameters<typeof inviting>[0] = {}): Promise<CaseId> => {
  const id = await insistent(open, { ...inviting(more), customer });
  await approved(open, id, 'ada');
  await open.run({ hours: 3 });
  return id;
};

const customerAgrees = async (open: Sandboxed): Promise<void> => {
  if (open.made.customers.get(solsikke)?.ties.has(nordlys) === false) acceptTie(open.made, solsikke, nordlys, { dap: false });
  const asked = invitation(open);
  if (asked !== undefined) approveRelationship(open.made, asked.id, solsikke);
  await open.run({ hours: 12 });
};

const withTie = (world: MadeUp): void => {
  tie(addCustomer(world, solsikke), nordlys);
};

const newCustomer: Recipe = {
  name: 'A new customer: invited, accepted, groups hold their roles',
  populate: (world) => addCustomer(world, solsikke),
  play: async (open) => {
    const id = await requested(open);
    await customerAgrees(open);
    return id;
  },
  ends: 'active',
  leaves: { relationships: 1, assignments: 1, ties: 1 },
};

/** Their Azure is with Granitt; with us there is a plan for it already. */
const withGranitt = (world: MadeUp): void => {
  const theirs = addCustomer(world, solsikke, {
    subscriptions: [azurePlan(), azurePlan({ id: theirPlan, seller: granitt })],
    azure: [
      azureSubscription(production, { planId: theirPlan, seller: granitt }),
      azureSubscription(staging, { planId: theirPlan, seller: granitt }),
    ],
  });
  tie(theirs, nordlys);
  tie(theirs, granitt);
};

const incoming: Recipe = {
  name: 'B Azure moves to us: asked for, accepted by the other partner, moved',
  populate: withGranitt,
  play: async (open) => {
    const { tickAll } = doing(open);
    const id = await insistent(open, { ...switching(), customer });
    await approved(open, id, 'ada', 'bo');
    await tickAll(id, 'ana');
    await open.run({ hours: 3 });
    const [transfer] = [...open.made.transfers.values()];
    if (transfer !== undefined) acceptTransfer(open.made, transfer.id, [production]);
    await open.run({ hours: 12 });
    return id;
  },
  ends: 'handing-over',
  leaves: { transfers: 1 },
};

const outgoing: Recipe = {
  name: 'C another partner asks for Azure: one item is handed out by a person',
  populate: withUs,
  play: async (open) => {
    const { decide } = doing(open);
    granittAsks(open.made);
    const [office] = open.offices;
    const offers = createOffers(open);
    for (let left = 7; left > 0 && office !== undefined; left--) await offers.lookFor(office, solsikke);
    const [opened] = await open.store.casesOf(solsikke);
    if (opened === undefined) throw new Error('Nobody has heard of the transfer');
    const { id } = opened.case;
    const told = { ...switching().proposal.told, ...movedBy['azure-plan-transfer'] };
    const decision = { choice: 'agree', items: [production], words: 'As the customer wishes.', told };
    for (let left = 7; left > 0; left--) {
      const answer = await decide(id, 'ada', decision);
      if (answer.kind === 'refused') throw new Error(`Not decided: ${JSON.stringify(answer).slice(0, 1500)}`);
      if (answer.kind === 'done') break;
      await open.run({ minutes: 1 });
    }
    await open.run({ hours: 12 });
    return id;
  },
  ends: 'handing-over',
  leaves: { transfers: 1 },
};

const grantedTo = async (open: Sandboxed): Promise<{ id: CaseId; relationshipId: string }> => {
  const id = await requested(open, { reseller: null });
  await customerAgrees(open);
  const relationshipId = [...open.made.relationships.keys()][0] ?? '';
  return { id, relationshipId };
};

const endOfRoles: Recipe = {
  name: 'D an engagement ends: granular admin is taken back',
  populate: withTie,
  play: async (open) => {
    const { id: of, relationshipId } = await grantedTo(open);
    open.requests.length = 0;
    return broughtAbout(open, { ...ending(of, { relationshipId }), customer }, 'gunn');
  },
  ends: 'ended',
  leaves: { ended: 1 },
};

const endOfTie: Recipe = {
  name: 'D an engagement ends: the reseller tie is dissolved',
  populate: withTie,
  play: (open) => broughtAbout(open, { ...ending(null, { what: 'reseller_relationship' }), customer }, 'gunn'),
  ends: 'ended',
  leaves: { ties: 0 },
};

const renewal: Recipe = {
  name: 'E before it ends: the running relationship goes on by itself',
  populate: withTie,
  play: async (open) => {
    const { id: of } = await grantedTo(open);
    open.requests.length = 0;
    const wanted = renewing(of, 'extend');
    return broughtAbout(open, { ...wanted, gdap: { ...wanted.gdap, autoExtend: true } }, 'ada');
  },
  ends: 'active',
  leaves: { relationships: 1, extending: 1 },
};

export const recipes: readonly Recipe[] = [newCustomer, incoming, outgoing, endOfRoles, endOfTie, renewal];

/** What there is at Microsoft by now. */
export const leftBy = ({ made }: Sandboxed): Readonly<Record<string, number>> => {
  const relationships = [...made.relationships.values()];
  const running = relationships.filter(({ status }) => status === 'active');
  return {
    relationships: relationships.filter(({ status }) => status !== 'terminated').length,
    ended: relationships.filter(({ status }) => status === 'terminated').length,
    extending: running.filter(({ autoExtend }) => autoExtend === 'P180D').length,
    assignments: relationships.flatMap(({ assignments }) => assignments).filter(({ status }) => status === 'active').length,
    transfers: made.transfers.size,
    ties: made.customers.get(solsikke)?.ties.has(nordlys) === true ? 1 : 0,
  };
};
