import { describe, expect, test } from '@jest/globals';
import { Cloud, decide, rulebook } from '../../../src/policy/index.ts';
import type { Flow, RuleId, Value } from '../../../src/policy/index.ts';
import { situationOf } from '../../support/situations.ts';

interface Said {
  rule: RuleId;
  facts: Record<string, unknown>;
  values: Record<string, Value>;
  asOf?: string;
}

const label = (name: string) => ({ label: `value.${name}` });
const role = (rule: RuleId, name: string, side = 'partner', asOf?: string): Said => ({
  rule,
  facts: { actor: { role: name, side } },
  values: { role: label(`actor.role.${name}`) },
  ...(asOf !== undefined && { asOf }),
});

const move = { intent: 'move_billing' };
const now = { cancelNow: true };
const direct = { boughtFrom: 'microsoft_direct', kind: 'licence', generation: 'nce' };
const globalAdmin = { role: 'global_admin', side: 'partner' };

/** What each rule puts into its sentence: the reader hears his own numbers, roles and channels. */
const all: Said[] = [
  {
    rule: 'R-XFER-ITEM-ACTIVE',
    facts: { item: { status: 'suspended' } },
    values: { status: label('item.status.suspended') },
  },
  {
    rule: 'R-XFER-30D-EXPIRY',
    facts: { actor: { is: 'source_partner' }, xfer: { action: 'accept', requestAgeDays: 31 } },
    values: { days: 31 },
  },
  { rule: 'R-XFER-NATCLOUD', facts: {}, values: { cloud: { label: 'cloud.us_gov' } } },
  {
    rule: 'R-XFER-STUCK',
    facts: { xfer: { status: 'pending_after_accept', daysSinceAccept: 4 } },
    values: { days: 4 },
  },
  {
    rule: 'R-LIC-REPROVISION',
    facts: { req: move, item: direct },
    values: { channel: label('item.boughtFrom.microsoft_direct') },
  },
  {
    rule: 'R-NCE-CANCEL-CLOSED',
    facts: { req: { ...move, ...now }, item: { ...direct, daysSinceTermStart: 8 } },
    values: { days: 8 },
  },
  {
    rule: 'R-NCE-CANCEL-WINDOW-CONFLICT',
    facts: { req: { ...move, ...now }, item: { ...direct, daysSinceTermStart: 4 } },
    values: { days: 4 },
  },
  {
    rule: 'R-USAGE-RECREATE',
    facts: { req: move, item: { boughtFrom: 'microsoft_direct', kind: 'usage', generation: 'azure_plan' } },
    values: { channel: label('item.boughtFrom.microsoft_direct') },
  },
  {
    rule: 'R-END-ACTIVE-ITEMS',
    facts: { actor: globalAdmin, end: { activeSubscriptions: 1, reservations: 2, software: 3 } },
    values: { subscriptions: 1, reservations: 2, software: 3 },
  },
  { rule: 'R-END-NCE-LEAVE', facts: { actor: globalAdmin, end: { nceOutsideWindow: 2 } }, values: { items: 2 } },
  { rule: 'R-GDAP-DURATION', facts: { gdap: { durationDays: 731 } }, values: { days: 731 } },
  { rule: 'R-GDAP-AUTOEXTEND-VALUE', facts: { gdap: { autoExtend: 'P90D' } }, values: { value: 'P90D' } },
  { rule: 'R-GDAP-PENDING-90D', facts: { rel: { kind: 'gdap' }, gdap: { requestAgeDays: 91 } }, values: { days: 91 } },
  {
    rule: 'R-GDAP-EDIT-LOCKED',
    facts: { gdap: { change: 'name', status: 'approvalPending' } },
    values: { change: label('gdap.change.name') },
  },
  {
    rule: 'R-GDAP-EXPIRED-NO-RESTORE',
    facts: { gdap: { change: 'autoExtend', status: 'expired' } },
    values: { status: label('gdap.status.expired') },
  },
  { rule: 'R-GDAP-BULK-25', facts: { gdap: { change: 'autoExtend', bulkCount: 26 } }, values: { count: 26 } },
  { rule: 'R-LINK-HOST', facts: { msg: { linkHost: 'evil.example' } }, values: { host: 'evil.example' } },
  { rule: 'R-LT-25-ITEMS', facts: { xfer: { itemCount: 26 } }, values: { items: 26 } },
  { rule: 'R-EA-EXCLUDED', facts: { item: { eaKind: 'free_trial' } }, values: { kind: label('item.eaKind.free_trial') } },
  { rule: 'R-MP-COEXIST-OK', facts: { customer: { otherCspPartners: 2 } }, values: { partners: 2 } },
  {
    rule: 'R-21V-MC-SCOPE',
    facts: { item: { boughtFrom: 'microsoft_direct' } },
    values: { channel: label('item.boughtFrom.microsoft_direct') },
  },
  {
    rule: 'R-CLOUD-ONBOARDING',
    facts: { partner: { onboardedToCloud: false } },
    values: { cloud: { label: 'cloud.us_gov' } },
  },
  { rule: 'R-ATTEST-DATE', facts: { attest: { date: '2031-01-01' } }, values: { date: { day: '2031-01-01' } } },
  role('R-ATTEST-ROLE', 'helpdesk_agent'),
  role('R-ROLE-REQ-DENY', 'helpdesk_agent', 'partner', '2018-11-01'),
  role('R-ROLE-REQ-CONFLICT', 'user_mgmt_admin'),
  role('R-ROLE-GDAP', 'sales_agent'),
  role('R-ROLE-GDAP-GROUPS', 'sales_agent'),
  role('R-ROLE-SWITCH-LEGACY', 'sales_agent'),
  role('R-ROLE-AZPLAN-XFER', 'helpdesk_agent'),
  role('R-ROLE-LIC-XFER', 'sales_agent'),
  role('R-ACCEPT-GLOBAL-ADMIN', 'user_administrator', 'customer'),
  role('R-ROLE-REMOVE-REL', 'admin_agent'),
];

describe('what a rule puts into its sentence', () => {
  test.each(all)('$rule', ({ rule: id, facts, values, asOf }) => {
    const rule = rulebook.rules.find((one) => one.id === id);
    if (rule === undefined) throw new Error(`No rule ${id}`);
    const [flow] = rule.flows as [Flow];
    const [cloud] = rule.clouds === 'all' ? Cloud.options : rule.clouds;
    const { findings } = decide(
      situationOf({ flow: rule.flows === 'all' ? 'gdap_groups' : flow, asOf: asOf ?? rule.from, cloud, facts }),
    );
    expect(findings.find((finding) => finding.rule === id)?.says).toEqual({ key: `rule.${id}`, values });
  });

  test('is looked at for every rule that puts something in', () => {
    const ids = rulebook.rules.filter(({ values }) => values !== undefined).map(({ id }) => id);
    expect(all.map(({ rule }) => rule).sort()).toEqual(ids.sort());
  });
});
