import { describe, expect, test } from '@jest/globals';
import { decide } from '../../src/policy/index.ts';
import type { Flow, NextStep } from '../../src/policy/index.ts';
import { createRulebook } from '../../src/policy/rulebook.ts';
import { situationOf } from '../support/situations.ts';
import type { Example } from '../support/situations.ts';

const noRules = createRulebook([], 'no rules');

/** What a flow asks for by itself, where no rule speaks. */
const stepsOf = (flow: Flow, { asOf = '2025-01-15', cloud = 'global', facts = {} }: Partial<Example>) =>
  decide(situationOf({ flow, asOf, cloud, facts }), noRules).nextSteps;

interface Case extends Partial<Example> {
  when: string;
  steps: NextStep[];
}

const INVITE: NextStep[] = ['NS-SEND-RESELLER-INVITE', 'NS-CUSTOMER-GA-ACCEPTS'];
const indirect = (type: string, more: object = {}) => ({ partner: { type }, req: { model: 'indirect' }, ...more });
const bought = (boughtFrom: string, intent: string, kind = 'licence', more: object = {}) => ({
  item: { boughtFrom, kind, term: 'ended' },
  req: { intent },
  ...more,
});
const untied = { rel: { reseller: 'none' } };

const cases: Partial<Record<Flow, Case[]>> = {
  relationship_request: [
    { when: 'there is no relationship yet', steps: [...INVITE, 'NS-ADD-GDAP'] },
    { when: 'there is one', facts: { rel: { reseller: 'active' } }, steps: ['NS-ADD-GDAP'] },
    { when: 'granular administration is there too', facts: { rel: { reseller: 'active', gdap: 'active' } }, steps: ['NS-NONE'] },
    { when: 'granular administration is not needed yet', asOf: '2023-10-08', steps: INVITE },
    { when: 'granular administration is not needed there', cloud: 'us_gov', steps: INVITE },
    {
      when: 'there is one and delegated administration is asked for',
      asOf: '2023-10-08',
      facts: { rel: { reseller: 'active' }, req: { includeDap: true } },
      steps: INVITE,
    },
    {
      when: 'an indirect reseller asks',
      asOf: '2023-10-08',
      facts: indirect('indirect_reseller'),
      steps: ['NS-USE-PROVIDER-LINK', ...INVITE],
    },
    { when: 'its provider asks', asOf: '2023-10-08', facts: indirect('indirect_provider'), steps: INVITE },
    {
      when: 'an indirect reseller has its relationship',
      asOf: '2023-10-08',
      facts: indirect('indirect_reseller', { rel: { reseller: 'active' } }),
      steps: ['NS-NONE'],
    },
    {
      when: 'the customer has no agreement',
      asOf: '2020-01-28',
      facts: { customer: { mca: 'none' } },
      steps: [...INVITE, 'NS-CUSTOMER-ACCEPTS-MCA'],
    },
    { when: 'no agreement was asked for yet', asOf: '2020-01-27', facts: { customer: { mca: 'none' } }, steps: INVITE },
    { when: 'no agreement is asked for there', cloud: 'us_gov', facts: { customer: { mca: 'none' } }, steps: INVITE },
    { when: 'the agreement was attested', asOf: '2020-01-28', facts: { customer: { mca: 'attested' } }, steps: INVITE },
  ],
  channel_check: [
    { when: 'another’s licence is to be managed', facts: bought('other_csp', 'manage_only'), steps: ['NS-ADD-GDAP'] },
    { when: 'it was still by delegated administration', asOf: '2023-10-08', facts: bought('ea', 'manage_only'), steps: INVITE },
    {
      when: 'delegated administration was there already',
      asOf: '2023-10-08',
      facts: bought('ea', 'manage_only', 'licence', { rel: { dap: true } }),
      steps: ['NS-NONE'],
    },
    {
      when: 'granular administration is there already',
      facts: bought('ea', 'manage_only', 'licence', { rel: { gdap: 'active' } }),
      steps: ['NS-NONE'],
    },
    { when: 'it is its own licence', facts: bought('own', 'manage_only'), steps: ['NS-NONE'] },
    { when: 'it was its own licence', asOf: '2023-10-08', facts: bought('own', 'manage_only'), steps: ['NS-NONE'] },
    { when: 'it is usage that is to be managed', facts: bought('other_csp', 'manage_only', 'usage'), steps: ['NS-NONE'] },
    {
      when: 'it was usage that was to be managed',
      asOf: '2023-10-08',
      facts: bought('other_csp', 'manage_only', 'usage'),
      steps: ['NS-NONE'],
    },
    {
      when: 'managing needs no relationship of resale',
      facts: bought('ea', 'manage_only', 'usage', untied),
      steps: ['NS-NONE'],
    },
    {
      when: 'a licence is to be added without a relationship',
      facts: bought('other_csp', 'add_services', 'licence', untied),
      steps: [...INVITE, 'NS-PLACE-ORDER'],
    },
    { when: 'a licence is to be added', facts: bought('other_csp', 'add_services'), steps: ['NS-PLACE-ORDER'] },
    { when: 'Azure is to be added', facts: bought('other_csp', 'add_services', 'usage'), steps: ['NS-CREATE-NEW-AZURE-SUB'] },
    {
      when: 'something is added to its own',
      facts: bought('own', 'add_services', 'licence', untied),
      steps: ['NS-NONE'],
    },
    { when: 'Azure is added to its own', facts: bought('own', 'add_services', 'usage'), steps: ['NS-NONE'] },
    {
      when: 'a licence that ended is to be moved',
      facts: bought('other_csp', 'move_billing', 'licence', untied),
      steps: [...INVITE, 'NS-PROVISION-EQUIVALENT-OFFER'],
    },
    {
      when: 'a licence that runs is to be moved',
      facts: { item: { boughtFrom: 'other_csp', kind: 'licence', term: 'active' }, req: { intent: 'move_billing' } },
      steps: ['NS-NONE'],
    },
    { when: 'Azure is to be moved', facts: bought('other_csp', 'move_billing', 'usage'), steps: ['NS-NONE'] },
    { when: 'its own is to be moved', facts: bought('own', 'move_billing', 'licence', untied), steps: ['NS-NONE'] },
  ],
  purchase_check: [
    { when: 'it is a licence', steps: ['NS-PLACE-ORDER'] },
    { when: 'it is Azure', facts: { item: { kind: 'usage' } }, steps: ['NS-CREATE-NEW-AZURE-SUB'] },
    { when: 'there is no relationship', facts: untied, steps: [...INVITE, 'NS-PLACE-ORDER'] },
  ],
  legacy_seat_move: [
    {
      when: 'Microsoft sold it and its term runs',
      steps: ['NS-WAIT-TERM-END', 'NS-PROVISION-EQUIVALENT-OFFER', 'NS-M365-BILLING-CREDIT'],
    },
    {
      when: 'it is cancelled now',
      facts: { req: { cancelNow: true } },
      steps: ['NS-PROVISION-EQUIVALENT-OFFER', 'NS-M365-BILLING-CREDIT'],
    },
    {
      when: 'an adviser sold it and its term ended',
      facts: { item: { boughtFrom: 'advisor', term: 'ended' } },
      steps: ['NS-PROVISION-EQUIVALENT-OFFER'],
    },
  ],
  azure_switch: (['create', 'submit_form', 'status', 'accept', 'cancel'] as const).map((action) => ({
    when: `nothing was done yet: ${action}`,
    facts: { xfer: { action } },
    steps: ['accept', 'cancel'].includes(action) ? ['NS-NONE'] : ['NS-CURRENT-PARTNER-OPENS-TICKET', 'NS-COMPLETE-SIGNATURES'],
  })),
  relationship_end: [
    {
      when: 'the customer ends admin rights',
      facts: { actor: { side: 'customer' }, end: { what: 'admin_roles' } },
      steps: ['NS-CUSTOMER-REMOVES-ROLES'],
    },
    { when: 'the partner ends admin rights', facts: { end: { what: 'admin_roles' } }, steps: ['NS-NONE'] },
    { when: 'the customer ends the resale', facts: { actor: { side: 'customer' } }, steps: ['NS-NONE'] },
  ],
  support_request: [
    { when: 'the cloud is global', steps: ['NS-OPEN-SERVICE-REQUEST'] },
    { when: 'the cloud is 21Vianet’s', cloud: 'china_21v', steps: ['NS-NONE'] },
  ],
};

describe.each(Object.entries(cases) as [Flow, Case[]][])('%s, where no rule speaks', (flow, all) => {
  test.each(all)('when $when', ({ steps, ...example }) => {
    expect(stepsOf(flow, example)).toEqual(steps);
  });
});
