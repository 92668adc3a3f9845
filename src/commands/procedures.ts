import { Procedure } from '../cases/azure-switch/case.ts';
import type { Proposal } from '../cases/azure-switch/case.ts';
import { verdictOf } from '../cases/decided.ts';
import type { Ask, Decided } from '../cases/decided.ts';
import type { NextStep } from '../policy/index.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import type { Question } from './command.ts';

type Switch = Extract<Proposal, { wants: 'switch' }>;

/** The steps that begin a procedure of ours. Whatever else is to be done, like waiting or ordering anew, is none. */
const procedureFor: Partial<Record<NextStep, Procedure>> = {
  'NS-CREATE-NEW-AZURE-SUB': 'new-subscription',
  'NS-START-LEGACY-SWITCH': 'manual-switch',
  'NS-START-AZPLAN-TRANSFER': 'azure-plan-transfer',
  'NS-START-LICENCE-TRANSFER': 'licence-transfer',
  'NS-REQUEST-BILLING-OWNERSHIP': 'ea-to-csp',
};

/** What kind of enterprise agreement it is decides whether it can be taken over at all. */
const isOfAgreement = (facts: Ask['facts']): boolean =>
  facts['item.kind'] === 'usage' && facts['item.boughtFrom'] === 'ea' && (facts['item.eaKind'] ?? null) !== null;

/** Which way the policy leaves, asked for each subscription: may it be moved to us, from where it was bought? */
export const channelAsks = ({ subjects, told }: Pick<Switch, 'subjects' | 'told'>): Ask[] =>
  subjects.flatMap(({ id, facts }) => [
    { flow: 'channel_check' as const, about: id, facts: { ...facts, 'req.intent': 'move_billing', 'req.cancelNow': false } },
    ...(isOfAgreement({ ...told, ...facts }) ? [{ flow: 'ea_to_csp' as const, about: id, facts }] : []),
  ]);

const channelsIn = (decisions: readonly Decided[]): Decided[] => decisions.filter(({ flow }) => flow === 'channel_check');

const namedIn = ({ nextSteps }: Decided): Procedure[] => nextSteps.flatMap((step) => procedureFor[step as NextStep] ?? []);

/** What is refused moves in no way, and what is left to a person names none: nobody could answer that in a case. */
const leftFor = (channel: Decided, decisions: readonly Decided[]): readonly Procedure[] => {
  const named = channel.verdict === 'deny' ? [] : namedIn(channel);
  if (!named.includes('ea-to-csp')) return named;
  // The channel knows that it is of an agreement; whether this one can be taken over, by us, its own flow decides.
  const takeover = decisions.find(({ flow, about }) => flow === 'ea_to_csp' && about === channel.about);
  const instead = takeover?.verdict === 'deny' ? namedIn(takeover) : [];
  return instead.length > 0 ? instead : named;
};

/** The procedures that the policy leaves for all that is to move together, by what it says to the asks of `wayOf`. */
export const proceduresLeft = (decisions: readonly Decided[]): Procedure[] => {
  const left = channelsIn(decisions).map((channel) => leftFor(channel, decisions));
  return left.length === 0 ? [] : Procedure.options.filter((procedure) => left.every((some) => some.includes(procedure)));
};

/** Nobody chooses a procedure against the policy; whoever tries hears which one it is instead. */
export const whyNotThisWay = ({ procedure }: Pick<Switch, 'procedure'>, decisions: readonly Decided[]): Refused | null => {
  const channels = channelsIn(decisions);
  if (verdictOf(channels) === 'deny') return refused('rules', {}, channels);
  if (proceduresLeft(decisions).includes(procedure)) return null;
  const elsewhere = channels.map((channel) => leftFor(channel, decisions)).filter((left) => !left.includes(procedure));
  const others = Procedure.options.filter((other) => elsewhere.some((left) => left.includes(other)));
  return others.length === 0 || elsewhere.some((left) => left.length === 0)
    ? refused('no-procedure', {}, channels)
    : refused('other-procedure', { procedures: { labels: others.map((other) => `procedure.${other}`) } });
};

/** What is settled before a switch is asked for: that it goes the way that the policy leaves. */
export const wayOf = (proposal: Switch): Required<Question>['first'] => ({
  asks: channelAsks(proposal),
  whyNot: (decisions) => whyNotThisWay(proposal, decisions),
});
