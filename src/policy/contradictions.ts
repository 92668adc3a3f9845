import type { Citations } from './sources.ts';

/**
 * Where two documents disagree. The older side comes first, unless both stand at the same time (`sideBySide`); what each says, and how it is read, are sentences of
 * `languages` (`contradiction.C-01.topic`, `.older`, `.newer`, `.reading`).
 */
interface Contradiction {
  readonly older: Citations;
  readonly newer: Citations;
}

/** Contradictions that no date resolves: neither side is the older one. */
export const sideBySide: ReadonlySet<string> = new Set([
  'C-02',
  'C-05',
  'C-07',
  'C-09',
  'C-12',
  'C-16',
  'C-18',
  'C-19',
  'C-20',
  'C-21',
  'C-22',
]);

export const contradictions = {
  'C-01': {
    older: ['S-RU-MP 2019-03-20', 'S-ES-MC 2020-06-17'],
    newer: ['D-REL 2020-05-12', 'S-ES-MP 2020-11-29', 'S-IT-MP 2020-11-29', 'D-WWOP 2020-11-29'],
  },
  'C-02': {
    older: ['S-ES-MC 2020-06-17', 'S-ES-MP 2020-11-29', 'S-IT-MP 2020-11-29'],
    newer: ['D-REQ-21 2021-04-27', 'D-REQ-23 2023-06-05', 'D-CRAP 2023-09-20', 'D-REQ-NEW newest'],
  },
  'C-03': { older: ['S-RU-MP 2019-03-20'], newer: ['S-ES-MP 2020-11-29', 'S-IT-MP 2020-11-29', 'D-MP-23 2023-09-26'] },
  'C-04': { older: ['S-ES-MC 2020-06-17', 'D-MC-23 2023-09-20'], newer: ['D-MC-NEW newest'] },
  'C-05': {
    older: ['D-USG 2017', 'D-USG 2021-11-08', 'D-SDKNC 2023-09-28'],
    newer: ['S-ES-MP 2020-11-29', 'D-WWOP 2022-02-28', 'D-USFAQ 2021-06-17', 'D-LINKAPI newest'],
  },
  'C-06': { older: ['D-DAP 2023-10-12'], newer: ['D-REQ-NEW newest', 'D-MP-NEW newest'] },
  'C-07': { older: ['D-GRAPH 2023', 'D-MP-NEW newest'], newer: ['D-GRAPH newest'] },
  'C-08': { older: ['D-REQ-20 2020-06'], newer: ['D-CRAP 2020-12-02', 'D-CRAP 2023-09-20'] },
  'C-09': { older: ['D-M365 newest'], newer: ['D-AZC 2025-12-29'] },
  'C-10': { older: ['D-DAP 2023-07'], newer: ['D-DAP 2023-09-25', 'D-DAP 2023-10-12'] },
  'C-11': { older: ['D-GD gdap-customer-approval 2023-03-31'], newer: ['D-GD gdap-migration-faq 2023-06-13'] },
  'C-12': { older: ['D-SDKNC 2019-06-11', 'D-AZPA 2022-02-28', 'D-SDKNC 2023-09-28'], newer: ['D-NC 2022-05-03'] },
  'C-13': { older: ['D-XF 2020-09-30', 'D-XFAPI 2023-06-15'], newer: ['D-XF 2023-09-14'] },
  'C-14': { older: ['D-NCE-OLD undated'], newer: ['D-SUB 2023-07-27', 'D-RM 2021-11-01'] },
  'C-15': { older: ['D-CONN 2020-10-12'], newer: ['D-CONN 2023-10-23'] },
  'C-16': { older: ['D-REL 2020-05-12'], newer: ['D-REL 2020-05-12'] },
  'C-17': { older: ['D-SW 2023-05-30'], newer: ['D-XFAPI newest'] },
  'C-18': { older: ['D-SW 2018-09-05'], newer: ['D-SW 2023-05-30'] },
  'C-19': { older: ['S-ES-MC 2020-06-17'], newer: ['D-MC-23 2023-09-20'] },
  'C-20': { older: ['D-SW 2018-10-25', 'D-SW 2023-05-30'], newer: ['D-REG 2023-08-17', 'D-SEAT 2023-01-11'] },
  'C-21': { older: ['S-ES-21V 2018-10-29'], newer: ['S-ES-MP 2020-11-29', 'S-IT-MP 2020-11-29'] },
  'C-22': { older: ['S-ES-21V 2018-10-29'], newer: ['S-ES-MP 2020-11-29', 'S-IT-MP 2020-11-29'] },
  'C-23': { older: ['D-GD gdap-faq 2023-10-12', 'D-GD gdap-obtain 2023-10-23'], newer: ['D-GD gdap-faq newest'] },
  'C-24': { older: ['D-GD gdap-obtain 2023-10-23'], newer: ['D-GD gdap-faq newest'] },
  'C-25': { older: ['D-XFAPI 2023-06-15'], newer: ['D-XF 2023-09-14'] },
} as const satisfies Record<string, Contradiction>;

export type ContradictionId = keyof typeof contradictions;
