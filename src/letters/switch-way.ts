import type { AzureSwitch, Proposal } from '../cases/azure-switch/case.ts';
import { itemsFor } from '../cases/azure-switch/checklists.ts';
import { plain } from '../languages/speak.ts';
import type { Voice } from './voice.ts';
import type { LetterWords } from './words.ts';

export type Plan = Extract<Proposal, { wants: 'switch' }>;

/** Nobody has asked for it yet: `id` says so in words. */
interface Wished {
  readonly status: 'wished';
  readonly id: string;
}

/** What a letter about a change of partner is made of. */
export interface SwitchOccasion {
  readonly current: AzureSwitch | Wished;
  readonly plan: Plan;
  readonly words: LetterWords;
  readonly voice: Voice;
}

/** As a customer sees it: another road for Azure than for licences, even where the tool is the same. */
export type Way = 'transfer-azure' | 'transfer-licences' | 'paper' | 'new-azure' | 'new-licences' | 'enterprise';

const ways = {
  'azure-plan-transfer': 'transfer-azure',
  'licence-transfer': 'transfer-licences',
  'manual-switch': 'paper',
  'new-subscription': 'new-azure',
  'ea-to-csp': 'enterprise',
} as const satisfies Record<Plan['procedure'], Way>;

export const wayFor = ({ procedure, subjects }: Plan): Way => {
  const areLicences = subjects.every(({ facts }) => facts['item.kind'] === 'licence');
  return procedure === 'new-subscription' && areLicences ? 'new-licences' : ways[procedure];
};

/** Whether the present partner has to do something for it. */
export const needsOther = (plan: Plan): boolean => ['transfer-azure', 'transfer-licences', 'paper'].includes(wayFor(plan));

/** What lies beside the subscriptions is known by what the checklist wants done about it. */
export const has = (what: 'reservations' | 'marketplace', plan: Plan): boolean =>
  itemsFor('before', plan).some(([code]) => code === `${what}-listed`);

/** The other partner, or who it is as long as nobody has named it. */
export const otherOf = ({ otherPartner }: Plan, { say }: Voice): string =>
  otherPartner === null ? say('letter.switch.presentPartner') : plain(otherPartner.name);

/** Each thing that moves, as it is known to people and to Microsoft. */
export const subjectLines = ({ subjects }: Plan, { say }: Voice): string[] =>
  subjects.map(({ id, name }) => (name === id ? plain(id) : say('letter.switch.subject', { name, id })));
