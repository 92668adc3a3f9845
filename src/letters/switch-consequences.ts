import { listed } from './blocks.ts';
import type { Block } from './blocks.ts';
import { has, wayFor } from './switch-way.ts';
import type { Plan, SwitchOccasion, Way } from './switch-way.ts';
import type { Voice } from './voice.ts';

type Sentence = Parameters<Voice['say']>[0];
type ByWay = Readonly<Record<Way, readonly Sentence[]>>;

const stays: ByWay = {
  'transfer-azure': [
    'letter.switch.stays.resources',
    'letter.switch.stays.running',
    'letter.switch.stays.ids',
    'letter.switch.stays.settings',
    'letter.switch.stays.roles',
  ],
  'transfer-licences': ['letter.switch.stays.tenant'],
  paper: ['letter.switch.stays.resources', 'letter.switch.stays.ids', 'letter.switch.stays.settings', 'letter.switch.stays.roles'],
  'new-azure': ['letter.switch.stays.tenant', 'letter.switch.stays.old'],
  'new-licences': ['letter.switch.stays.tenant', 'letter.switch.stays.old'],
  enterprise: ['letter.switch.stays.resources', 'letter.switch.stays.settings'],
};

const changes: ByWay = {
  'transfer-azure': ['letter.switch.changes.billing', 'letter.switch.changes.prices'],
  'transfer-licences': ['letter.switch.changes.billing', 'letter.switch.changes.prices'],
  paper: ['letter.switch.changes.billing', 'letter.switch.changes.prices', 'letter.switch.changes.secondId'],
  'new-azure': ['letter.switch.changes.new', 'letter.switch.changes.interruption', 'letter.switch.changes.ids'],
  'new-licences': ['letter.switch.changes.new'],
  enterprise: ['letter.switch.changes.billing', 'letter.switch.changes.prices', 'letter.switch.changes.quotas'],
};

const lost: ByWay = {
  'transfer-azure': ['letter.switch.lost.history'],
  'transfer-licences': ['letter.switch.lost.history'],
  paper: ['letter.switch.lost.history'],
  'new-azure': ['letter.switch.lost.old'],
  'new-licences': ['letter.switch.lost.unassigned'],
  enterprise: [],
};

const besides = (plan: Plan): Sentence[] => {
  const isPaper = wayFor(plan) === 'paper';
  return [
    ...(has('reservations', plan)
      ? ([isPaper ? 'letter.switch.lost.reservationsStay' : 'letter.switch.lost.reservations'] as const)
      : []),
    ...(has('marketplace', plan) ? (['letter.switch.lost.marketplace'] as const) : []),
  ];
};

/** What stays as it is, what becomes another, and what is gone unless somebody saves it first. */
export const consequenceBlocks = ({ plan, voice: { say } }: SwitchOccasion): Block[] => {
  const way = wayFor(plan);
  const said = (sentences: readonly Sentence[]): string[] => sentences.map((one) => say(one));
  return [
    ...listed(say('letter.switch.heading.changes'), said(changes[way])),
    ...listed(say('letter.switch.heading.stays'), said(stays[way])),
    ...listed(say('letter.switch.heading.lost'), said([...lost[way], ...besides(plan)])),
  ];
};
