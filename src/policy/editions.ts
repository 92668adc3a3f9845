import { day } from './days.ts';
import type { Day } from './days.ts';
import type { Cloud } from './facts.ts';

/** The days on which the programme changed, by the name under which rules and next steps speak of them. */
export const PERMISSIONS_OPTIONAL = day('2018-11-01');
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

/** The editions of the rules, oldest first. `approximate` marks a start day that no page names. */
export const editions = [
  { id: 'P0', from: day('2016-10-20'), clouds: ['china_21v'] },
  { id: 'P1', from: day('2017-07-01'), clouds: ['global', 'us_gov', 'germany'] },
  { id: 'P2', from: day('2018-09-05'), clouds: 'all' },
  { id: 'P3', from: day('2018-11-01'), clouds: 'all' },
  { id: 'P4', from: day('2018-12-05'), clouds: 'all' },
  { id: 'P5', from: day('2019-11-20'), clouds: 'all' },
  { id: 'P6', from: day('2020-01-28'), clouds: 'all' },
  { id: 'P7', from: day('2020-05-12'), clouds: 'all' },
  { id: 'P8', from: day('2020-09-30'), clouds: 'all' },
  { id: 'P9', from: day('2021-07-21'), clouds: 'all' },
  { id: 'P10', from: day('2022-01-10'), clouds: 'all' },
  { id: 'P11', from: day('2023-10-09'), clouds: 'all' },
  { id: 'P12', from: day('2024-06-19'), clouds: 'all' },
] as const satisfies readonly { id: string; from: Day; clouds: 'all' | readonly Cloud[] }[];

export type EditionId = (typeof editions)[number]['id'];

const firstDays: Readonly<Record<Cloud, Day>> = {
  global: day('2017-07-01'),
  us_gov: day('2017-07-01'),
  china_21v: day('2016-10-20'),
  germany: day('2017-07-01'),
};

/** The edition in force, or none: no page about a day before the first one was read, so the rules are silent there. */
export const editionOn = (asOf: Day, cloud: Cloud): EditionId | null =>
  asOf < firstDays[cloud] ? null : (editions.findLast(({ from }) => from <= asOf)?.id ?? null);
