import type { Button } from '../../cards/screens.ts';
import type { Decided } from '../../cases/decided.ts';
import type { NextStep } from '../../policy/index.ts';
import { typed } from '../grammar/typed.ts';
import { button } from './drawing.ts';
import type { Drawing } from './journey.ts';
import { ANEW } from './notices.ts';

type Way = 'check' | 'switch-azure' | 'request-admin' | 'another-customer';

/** Next steps that something of ours begins. */
const wayOf: Partial<Record<NextStep, Way>> = {
  'NS-START-LEGACY-SWITCH': 'switch-azure',
  'NS-START-AZPLAN-TRANSFER': 'switch-azure',
  'NS-START-LICENCE-TRANSFER': 'switch-azure',
  'NS-REQUEST-BILLING-OWNERSHIP': 'switch-azure',
  'NS-TARGET-INITIATES': 'switch-azure',
  'NS-CREATE-NEW-AZURE-SUB': 'switch-azure',
  'NS-SEND-RESELLER-INVITE': 'request-admin',
  'NS-USE-SEPARATE-CUSTOMER-TENANT': 'another-customer',
  'NS-WAIT-TERM-END': 'check',
  'NS-CANCEL-THEN-MOVE': 'check',
};

const wayButton = (drawing: Drawing, way: Way): Button => {
  const { speaker, filling } = drawing;
  if (way === 'another-customer') return button(drawing, speaker.say('wizard.anotherCustomer'), { verb: 'cancel', seen: ANEW });
  const { customer } = filling;
  const name = customer === null ? null : (customer.domain ?? customer.tenant ?? customer.name);
  const id = typed({ wants: way, customer: name }, speaker.language);
  return button(drawing, speaker.sayKey(`command.${way}.title`), { verb: 'say', id, seen: '' });
};

/** What one can begin instead; where nothing of ours is the way, at least the question what may be done for this customer at all. */
export const wayButtons = (decisions: readonly Decided[], drawing: Drawing): Button[] => {
  const steps = decisions.flatMap(({ nextSteps }) => nextSteps);
  // Whoever is on a way already is not sent to its beginning.
  const named = steps.flatMap((step) => wayOf[step as NextStep] ?? []).filter((way) => way !== drawing.journey);
  const otherwise: readonly Way[] = drawing.journey === 'check' ? [] : ['check'];
  const ways: ReadonlySet<Way> = new Set<Way>(named.length > 0 ? named : otherwise);
  return [...ways].map((way) => wayButton(drawing, way));
};

const providersWork: readonly string[] = ['NS-ASK-PROVIDER', 'NS-USE-PROVIDER-LINK'] satisfies readonly NextStep[];

export const isForProvider = (decisions: readonly Decided[]): boolean =>
  decisions.some(({ nextSteps }) => nextSteps.some((step) => providersWork.includes(step)));
