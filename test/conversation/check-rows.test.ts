import { describe, expect, test } from '@jest/globals';
import type { Instant } from '../../src/cases/time.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import type { Cloud } from '../../src/policy/index.ts';
import { rows } from '../support/check-rows.ts';
import type { Row } from '../support/check-rows.ts';
import { atTheWizard, letter, told } from '../support/wizard-world.ts';

const { say, sayKey, list } = speakerOf('en');

/** What is answered on the page of its kind. */
const answersOf = ({ from, generation = '', term = '', since = '', agreement = '' }: Row) => ({
  'item.boughtFrom': from,
  'item.generation': generation,
  'item.term': term,
  'item.daysSinceTermStart': since,
  'item.eaKind': agreement,
});

/** All the way from the customer to the answer about one thing. */
const walked = async (row: Row, cloud: Cloud) => {
  const at = atTheWizard({ clouds: [cloud] }, { start: `${row.on}T09:00:00.000Z` as Instant }, 'check');
  at.world.facts.set('partner.azureExpertMsp', row.expert === true);
  await at.start('contoso.example');
  await at.does('page', { more: `said/${row.thing}` });
  await at.does('page', answersOf(row));
  if (at.where() === 'told') await at.does('page', { 'customer.otherCspPartners': '1' });
  const [shown, ...others] = at.data('check-eligibility/verdict').rows;
  expect(others).toEqual([]);
  return {
    answer: shown?.answers.find(({ about }) => about === say(`check.${row.asks}`)),
    findings: shown?.judged.findings.map(({ rule }) => rule),
  };
};

const titleOf = ({ row, thing, from, asks, on }: Row): string => `${row}: ${thing} from ${from}, ${asks}, on ${on}`;

const asItSays = ({ steps, verdict, way }: Row) => ({
  word: say(`verdict.${verdict}`),
  steps: steps.map((step) => say(`next.${step}`)),
  way: way === undefined ? null : list(way.split(' ').map((one) => sayKey(`procedure.${one}`))),
});

describe('the table of channels, walked page by page', () => {
  test.each(rows.map((row) => [titleOf(row), row] as const))('%s', async (_, row) => {
    expect((await walked(row, row.cloud ?? 'global')).answer).toMatchObject(asItSays(row));
  });

  const withoutExpert = rows.filter(({ cloud, expert }) => cloud === undefined && expert !== true);
  test.each(withoutExpert.map((row) => [titleOf(row), row] as const))(
    'for US Government, where the pages do not agree: %s',
    async (_, row) => {
      const { answer, findings } = await walked(row, 'us_gov');
      expect(answer?.word).toBe(say(row.forGovernment ?? (row.verdict === 'deny' ? 'verdict.deny' : 'verdict.needs_review')));
      expect(findings).toContain('R-USGOV-RELREQ-CONFLICT');
    },
  );

  test('has every row', () => {
    const numbered = (letters: string, count: number) =>
      Array.from({ length: count }, (_, n) => letters + String(n + 1).padStart(letters === 'M-' ? 2 : 1, '0'));
    const named = new Set(rows.map(({ row }) => row.split(/[ ,]/)[0]));
    expect([...numbered('M-', 22), ...numbered('C-M', 5)].filter((row) => !named.has(row))).toEqual([]);
  });
});

test.each([
  ['other_partner', 'verdict.deny'],
  ['none', 'verdict.allow'],
] as const)('C-M2: full admin of one service at 21Vianet, held by %s', async (holder, verdict) => {
  const at = atTheWizard({ clouds: ['china_21v'] });
  at.world.facts.set('customer.dapHolderForService', holder);
  await at.start('contoso.example');
  await at.does('page', { wish: 'both' });
  await at.does('page', told);
  if (at.where() === 'letter') await at.does('page', letter);
  expect(at.data('wizard/review').judged).toMatchObject({ verdict: say(verdict) });
});

test('C-M6: the reseller of an indirect partner invites nobody in the cloud of 21Vianet', async () => {
  const at = atTheWizard({ clouds: ['china_21v'] });
  at.world.facts.set('partner.type', 'indirect_reseller');
  await at.start('contoso.example');
  await at.does('page', { wish: 'both', fellow: '7a11c0de-2222-4a10-8a10-0000000000a2' });
  await at.does('page', { ...told, providerResellerSameRegion: 'true' });
  expect(at.data('wizard/review').judged).toMatchObject({ verdict: say('verdict.deny'), nextSteps: [say('next.NS-ASK-PROVIDER')] });
});
