import { day } from './days.ts';
import type { Day } from './days.ts';
import type { Cloud } from './facts.ts';

/** The days on which the programme changed, by the name under which rules and next steps speak of them. */
export const GERMANY_LEAVES = day('2018-12-05');
export const AGREEMENT_AT_ACCEPTANCE = day('2020-01-28');
export const PLAN_TRANSFERS_BEGIN = day('2020-09-30');
export const GDAP_BEGINS = day('2022-02-01');
export const LEGACY_AZURE_ENDS = day('2022-07-31');
export const GLOBAL_ADMIN_CONTESTED = day('2023-06-05');
export const ONE_ROLE_TRANSFERS = day('2023-09-14');
export const DAP_ENDS = day('2023-10-09');
export const LICENCE_TRANSFERS_BEGIN = day('2024-06-19');
export const ONE_HOLDER_DROPPED = day('2018-09-05');
export const EA_TAKEOVER_BEGINS = day('2020-01-01');

/** Days on which an answer may turn although no rule begins or ends: triggers and next steps look at them. */
export const turningPoints: readonly Day[] = [
  GERMANY_LEAVES,
  AGREEMENT_AT_ACCEPTANCE,
  PLAN_TRANSFERS_BEGIN,
  GDAP_BEGINS,
  LEGACY_AZURE_ENDS,
  GLOBAL_ADMIN_CONTESTED,
  ONE_ROLE_TRANSFERS,
  DAP_ENDS,
  LICENCE_TRANSFERS_BEGIN,
  ONE_HOLDER_DROPPED,
  EA_TAKEOVER_BEGINS,
];

export type EditionId = `P${number}`;

interface Edition {
  readonly id: EditionId;
  readonly from: Day;
  /** Where it changed something. */
  readonly clouds: readonly Cloud[];
  readonly changes: string;
}

const everywhere = ['global', 'us_gov', 'china_21v', 'germany'] as const;

/** The editions of the rules, oldest first, and what each brought. */
export const editions: readonly Edition[] = [
  { id: 'P0', from: day('2016-10-20'), clouds: ['china_21v'], changes: 'First 21Vianet pages.' },
  {
    id: 'P1',
    from: day('2017-07-01'),
    clouds: ['global', 'us_gov', 'germany'],
    changes: 'First pages of the other clouds: what a further partner never changes, and the bare ban on selling to CSP partners.',
  },
  {
    id: 'P2',
    from: day('2018-09-05'),
    clouds: ['global', 'us_gov', 'germany'],
    changes:
      'One administering partner per service is dropped in the global cloud; the manual Azure switch is for partners that Microsoft bills.',
  },
  {
    id: 'P3',
    from: day('2018-11-01'),
    clouds: ['global', 'us_gov', 'germany'],
    changes: 'Delegated administration becomes optional in the global cloud.',
  },
  { id: 'P4', from: day('2018-12-05'), clouds: ['germany'], changes: 'Germany leaves the multi-partner and multi-channel pages.' },
  {
    id: 'P5',
    from: day('2019-11-20'),
    clouds: ['global', 'us_gov'],
    changes: 'A further Azure subscription from another partner, and Azure side by side, are stated in so many words.',
  },
  {
    id: 'P6',
    from: day('2020-01-28'),
    clouds: ['global'],
    changes: 'The customer agreement is asked for at acceptance; the partner agreement is compulsory from 1 February 2020.',
  },
  {
    id: 'P7',
    from: day('2020-05-12'),
    clouds: everywhere,
    changes: 'A CSP partner may buy from another one for a separate corporate tenant.',
  },
  { id: 'P8', from: day('2020-09-30'), clouds: everywhere, changes: 'Transfers under the Azure plan begin.' },
  { id: 'P9', from: day('2021-07-21'), clouds: ['global'], changes: 'The old Azure offer MS-AZR-0145P is closed to newcomers.' },
  {
    id: 'P10',
    from: day('2022-01-10'),
    clouds: everywhere,
    changes: 'New commerce for licences; granular admin follows (February 2022, approximate).',
  },
  {
    id: 'P11',
    from: day('2023-10-09'),
    clouds: ['global', 'us_gov'],
    changes: 'Delegated administration ends in reseller requests; granular admin is needed to manage.',
  },
  {
    id: 'P12',
    from: day('2024-06-19'),
    clouds: ['global'],
    changes: 'Licences can be transferred between CSP partners (earliest dated evidence).',
  },
];

/** Before that day no page about the cloud was read. */
export const firstDays: Readonly<Record<Cloud, Day>> = {
  global: day('2017-07-01'),
  us_gov: day('2017-07-01'),
  china_21v: day('2016-10-20'),
  germany: day('2017-07-01'),
};

/** The edition in force, or none: no page about a day before the first one was read, so the rules are silent there. */
export const editionOn = (asOf: Day, cloud: Cloud): EditionId | null =>
  editions.findLast(({ from, clouds }) => from <= asOf && clouds.includes(cloud))?.id ?? null;
