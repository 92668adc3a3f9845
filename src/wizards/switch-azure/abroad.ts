import type { Procedure } from '../../cases/azure-switch/case.ts';
import type { Cloud } from '../../policy/index.ts';
import type { ItemSaid } from '../items.ts';

/**
 * Outside the global cloud the channel leaves the way to a person, and no transfer exists: Azure of another partner is switched by
 * hand where that exists at all, and what only a transfer could move hears from the rules that there is none.
 */
const wayFor = (cloud: Cloud, { facts }: ItemSaid): Procedure => {
  if (facts['item.kind'] !== 'usage') return 'licence-transfer';
  if (cloud === 'china_21v') return 'azure-plan-transfer';
  return facts['item.boughtFrom'] === 'other_csp' ? 'manual-switch' : 'new-subscription';
};

/** Which procedures are asked about; several where what is to move would go different ways. */
export const waysAbroad = (cloud: Cloud, subjects: readonly ItemSaid[]): readonly Procedure[] => [
  ...new Set(subjects.map((one) => wayFor(cloud, one))),
];
