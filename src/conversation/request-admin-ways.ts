import type { Button } from '../cards/screens.ts';
import type { Decided } from '../cases/decided.ts';
import type { Speaker } from '../languages/speak.ts';
import type { NextStep } from '../policy/index.ts';
import type { Found } from '../wizards/request-admin/filling.ts';
import { typed } from './grammar-typed.ts';

type Way = 'check' | 'switch-azure';

/** Next steps that something of ours begins. */
const wayOf: Partial<Record<NextStep, Way>> = {
  'NS-START-LEGACY-SWITCH': 'switch-azure',
  'NS-START-AZPLAN-TRANSFER': 'switch-azure',
  'NS-TARGET-INITIATES': 'switch-azure',
  'NS-CREATE-NEW-AZURE-SUB': 'switch-azure',
  'NS-WAIT-TERM-END': 'check',
  'NS-CANCEL-THEN-MOVE': 'check',
  'NS-START-LICENCE-TRANSFER': 'check',
};

/** What one can begin instead: at least the question what may be done for this customer at all. */
export const wayButtons = (decisions: readonly Decided[], customer: Found | null, speaker: Speaker): Button[] => {
  const steps = decisions.flatMap(({ nextSteps }) => nextSteps);
  const named = steps.flatMap((step) => wayOf[step as NextStep] ?? []);
  const ways: ReadonlySet<Way> = new Set<Way>([...named, 'check']);
  const name = customer === null ? null : (customer.domain ?? customer.tenant ?? customer.name);
  return [...ways].map((wants) => ({
    title: speaker.sayKey(`command.${wants}.title`),
    verb: 'say',
    id: typed({ wants, customer: name }, speaker.language),
    seen: '',
    tone: 'default',
    asks: false,
  }));
};

const providersWork: readonly string[] = ['NS-ASK-PROVIDER', 'NS-USE-PROVIDER-LINK'] satisfies readonly NextStep[];

export const isForProvider = (decisions: readonly Decided[]): boolean =>
  decisions.some(({ nextSteps }) => nextSteps.some((step) => providersWork.includes(step)));
