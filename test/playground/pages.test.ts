import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from '../../src/http/server.ts';
import { languages } from '../../src/languages/speak.ts';
import { buildPages } from '../../src/playground/pages.ts';
import { fromAddress, situationOf, toAddress, usualAnswer } from '../../src/playground/ask/state.ts';
import type { State } from '../../src/playground/ask/state.ts';
import { overTime } from '../../src/playground/ask/over-time.ts';
import { day, dayText, factTypes, Flow, rulebook } from '../../src/policy/index.ts';

describe('what npm start serves', () => {
  let pages: readonly Page[] = [];
  beforeAll(async () => {
    pages = await buildPages('http://localhost:4979');
  });
  const content = (path: string) => Buffer.from(pages.find((page) => page.path === path)?.content ?? '').toString();

  test('the page, its program with the core inside, its style, the rulebook', () => {
    expect(content('/ask')).toContain('<script type="module" src="/ask.js">');
    expect(content('/ask.js')).toContain('R-NO-CSP-TO-CSP-RESALE');
    expect(content('/ask.js')).not.toMatch(/from\s*["']/);
    expect(content('/ask.css')).toContain('.verdict');
    expect(content('/rulebook.md')).toContain('# The rulebook');
  });

  test('the playground, with the cards’ own renderer inside, and frames only for the made-up Microsoft', () => {
    expect(content('/')).toContain('<script type="module" src="/play.js">');
    expect(content('/play.js')).toContain('AdaptiveCard');
    expect(content('/play.css')).toContain('.chat-');
    expect(pages.find(({ path }) => path === '/')?.frames).toBe("'self' http://localhost:4979 http://127.0.0.1:4979");
  });

  test.each(languages)('the sentences in %s', (language) => {
    expect(JSON.parse(content(`/languages/${language}.json`))).toHaveProperty(['verdict.deny']);
  });
});

const usual: State = { language: 'en', flow: 'relationship_request', cloud: 'global', asOf: day('2024-02-01'), changed: new Map() };
const known = new Set<string>(factTypes.keys());

describe('the question of the page', () => {
  test.each(Flow.options)('%s: the usual case can be decided', (flow) => {
    expect(situationOf({ ...usual, flow }, rulebook.needs[flow]).flow).toBe(flow);
  });

  test('an answer that differs counts, the usual one of the flow else', () => {
    const changed = new Map([['req.includeDap', true]] as const);
    const { facts } = situationOf({ ...usual, changed }, rulebook.needs[usual.flow]);
    expect([facts.req.includeDap, facts.partner.mpaSigned, usualAnswer('azure_switch', 'item.generation')]).toEqual([
      true,
      true,
      'azure_0145p',
    ]);
  });

  test('the address keeps all of it', () => {
    const state: State = {
      ...usual,
      language: 'ru',
      flow: 'gdap_request',
      changed: new Map<'gdap.roles' | 'gdap.name', unknown>([
        ['gdap.roles', ['a', 'b']],
        ['gdap.name', null],
      ]),
    };
    expect(fromAddress(toAddress(state), usual, known)).toEqual(state);
  });

  test.each([
    '',
    'flow=party&cloud=mars&lang=xx',
    'on=tomorrow',
    'on=2024-13-45',
    'on=2024-02-30',
    'on=0000-00-00',
    'nonsense=1&__proto__=2',
    '%',
  ])('an address that makes no sense (%s) is left out', (address) => {
    expect(fromAddress(address, usual, known)).toEqual(usual);
  });

  test('text that is no JSON is taken as text, for the core to refuse', () => {
    const state = fromAddress('flow=gdap_request&gdap.autoExtend=half a year', usual, known);
    expect(() => situationOf(state, rulebook.needs.gdap_request)).toThrow(/gdap\.autoExtend: expected an ISO 8601 duration/);
  });
});

describe('the same situation over time', () => {
  const stretches = (changed: ReadonlyMap<'req.includeDap', unknown>, cloud: State['cloud'] = 'global') =>
    overTime(situationOf({ ...usual, cloud, changed }, rulebook.needs[usual.flow]), day('2026-01-01')).map(
      ({ from, decision, because }) => [dayText(from), decision.verdict, because.join()],
    );

  test('delegated administration left out: refused until the checkbox came', () => {
    expect(stretches(new Map([['req.includeDap', false]]))).toEqual([
      ['2017-07-01', 'deny', 'R-DAP-MANDATORY-OLD'],
      ['2018-11-01', 'allow', ''],
    ]);
  });

  test('delegated administration asked for: refused since it ended', () => {
    expect(stretches(new Map([['req.includeDap', true]]))).toEqual([
      ['2017-07-01', 'allow', ''],
      ['2023-10-09', 'deny', 'R-DAP-RETIRED'],
    ]);
  });

  test('begins with the first page about the cloud', () => {
    expect(stretches(new Map(), 'china_21v')[0]?.[0]).toBe('2016-10-20');
  });
});
