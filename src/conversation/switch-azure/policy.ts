import { Procedure } from '../../cases/azure-switch/case.ts';
import type { Ask, Decided } from '../../cases/decided.ts';
import { verdictOf } from '../../cases/decided.ts';
import { caseIdFor } from '../../cases/ids.ts';
import { asksOf } from '../../commands/asks.ts';
import type { NotDone } from '../../commands/answer.ts';
import { channelAsks, proceduresLeft } from '../../commands/procedures.ts';
import type { Inquire, Rehearsed } from '../../commands/rehearse.ts';
import type { Says } from '../../policy/index.ts';
import { says } from '../../wizards/filled.ts';
import { waysAbroad } from '../../wizards/switch-azure/abroad.ts';
import { assuming, certainOf, guessedIn, ofNoRequest, withoutGuesses } from '../../wizards/switch-azure/assumed.ts';
import type { Filling } from '../../wizards/switch-azure/filling.ts';
import { procedureOf } from '../../wizards/switch-azure/procedure.ts';
import { requestOf, subjectsOf, toldSoFar } from '../../wizards/switch-azure/proposal.ts';
import type { Told } from '../../wizards/telling.ts';
import type { Asking } from '../wizards/journey.ts';

/** Why nothing moves: what the rules say for certain, and what that means for the whole. */
export interface Refusal {
  readonly decisions: readonly Decided[];
  readonly why: Says;
}

/**
 * - ways: these procedures are left
 * - mixed: each has its way, and they have none in common
 * - open: it depends on what is still to be answered
 */
export type Led =
  | { readonly kind: 'ways'; readonly ways: readonly Procedure[] }
  | { readonly kind: 'mixed'; readonly ways: readonly Procedure[] }
  | { readonly kind: 'open' }
  | { readonly kind: 'none'; readonly refusal: Refusal };

/** Its number appears nowhere: nothing is opened. */
const NO_CASE = caseIdFor('AZ', 'rehearsal');

const isOpenYet = (path: string): boolean => path.startsWith('item.') && path !== 'item.crossCloudMove';

/** That an agreement cannot be taken over only leads to another way. */
const isOtherWay = ({ flow }: Ask, filling: Filling): boolean => flow === 'ea_to_csp' && procedureOf(filling) !== 'ea-to-csp';

/** What the rules say on the way, before everything is answered. */
export const createPolicy = (inquire: Inquire) => {
  const inquired = ({ cloud, customer }: Filling, { person }: Asking, asks: readonly Ask[], told: Told): Promise<Rehearsed> => {
    const { name = '–', tenant = null, domain = null, country = null } = customer ?? {};
    return inquire({
      cloud: cloud ?? 'global',
      customer: { name, tenant, domain, country, language: 'en', contact: null },
      asks,
      told,
      requester: person,
    });
  };

  const asksFor = (filling: Filling, { reading }: Asking): readonly Ask[] => {
    const request = requestOf(filling, reading);
    return request === null ? [] : [...channelAsks(request.proposal), ...asksOf(request.proposal, NO_CASE)];
  };

  /** By what was bought where; what is not answered yet is taken as if nothing stood in the way. */
  const ledBy = (filling: Filling, told: Told, decisions: readonly Decided[]): Led => {
    const subjects = subjectsOf(filling);
    const ways = proceduresLeft(decisions);
    if (ways.length > 0) return { kind: 'ways', ways };
    const said = { told, subjects };
    if (decisions.some((one) => guessedIn(one, said).some(isOpenYet))) return { kind: 'open' };
    const each = subjects.map(({ id }) => proceduresLeft(decisions.filter(({ about }) => about === id)));
    if (each.every((some) => some.length > 0))
      return { kind: 'mixed', ways: Procedure.options.filter((one) => each.some((some) => some.includes(one))) };
    const shown = decisions.map((one) => withoutGuesses(one, said));
    return {
      kind: 'none',
      refusal: { decisions: shown, why: says(verdictOf(shown) === 'deny' ? 'refusal.rules' : 'refusal.no-procedure') },
    };
  };

  return {
    /** Which procedures the policy leaves for what is to move. */
    led: async (filling: Filling, asking: Asking): Promise<Led | NotDone> => {
      const { cloud } = filling;
      const subjects = [...subjectsOf(filling)];
      if (cloud !== null && cloud !== 'global') {
        const ways = waysAbroad(cloud, subjects);
        return ways.length > 1 ? { kind: 'mixed', ways } : { kind: 'ways', ways };
      }
      const told = toldSoFar(filling, asking.reading);
      const answer = await inquired(filling, asking, channelAsks({ subjects, told: { ...told } }), assuming(told));
      if (answer.kind === 'would') return ledBy(filling, told, answer.decisions);
      return answer.kind === 'missing' ? { kind: 'open' } : answer;
    },

    /** What is refused already, whatever else would be answered; null where nothing is. */
    refused: async (filling: Filling, asking: Asking): Promise<Refusal | null> => {
      if (procedureOf(filling) === null) return null;
      const told = toldSoFar(filling, asking.reading);
      const asks = asksFor(filling, asking).filter((one) => !isOtherWay(one, filling));
      const answer = await inquired(filling, asking, asks, assuming(told));
      if (answer.kind !== 'would') return null;
      const said = { told, subjects: subjectsOf(filling) };
      const decisions = answer.decisions.flatMap((one) => certainOf(one, said) ?? []);
      return decisions.length === 0 ? null : { decisions, why: says('refusal.rules') };
    },

    /** What only people can tell, all of it at once. */
    missing: (filling: Filling, asking: Asking, told: Told): Promise<Rehearsed> =>
      inquired(filling, asking, asksFor(filling, asking), { ...ofNoRequest, ...told }),
  };
};

export type Policy = ReturnType<typeof createPolicy>;
