import { expect, test } from '@jest/globals';
import { canonicalText } from '../../src/policy/index.ts';
import type { Rule } from '../../src/policy/index.ts';

// Keys in no order, a trigger over two lines, and a blank: what the fingerprint must not stumble over.
const written = {
  severity: 'deny',
  when: Object.assign(() => true, { toString: () => '({ rel }) =>\n    rel.dap' }),
  flows: ['gdap_request', 'channel_check'],
  id: 'R-B',
  exceptions: null,
  clouds: 'all',
} as unknown as Rule;

const text = canonicalText([written, { ...written, id: 'R-C' }, { ...written, id: 'R-A' }]);
const said = JSON.parse(text) as Record<'rules' | 'basePath' | 'comparisons' | 'editions' | 'steps', unknown>;

test('rules are written by their ids, their keys in order, lists as they are and functions in one line', () => {
  const [first] = said.rules as Rule[];
  expect((said.rules as Rule[]).map(({ id }) => id)).toEqual(['R-A', 'R-B', 'R-C']);
  expect(text).toContain(
    '{"clouds":"all","exceptions":null,"flows":["gdap_request","channel_check"],"id":"R-A","severity":"deny","when":"({ rel }) => rel.dap"}',
  );
  expect(Object.keys(first ?? {})).toEqual(['clouds', 'exceptions', 'flows', 'id', 'severity', 'when']);
});

test('all that decides is in it: the path, the comparisons, the days and the steps', () => {
  expect(Object.keys(said)).toEqual(['basePath', 'comparisons', 'editions', 'rules', 'steps']);
  expect(said.basePath).not.toHaveLength(0);
  expect(said.comparisons).toMatchObject({ isIn: expect.stringContaining('includes'), isSameSet: expect.any(String) });
  expect(said.editions).toMatchObject({ GDAP_BEGINS: 20220201, DAP_ENDS: 20231009 });
  expect(said.steps).toMatchObject({ isAfterDap: expect.stringContaining('DAP_ENDS'), nextSteps: expect.any(Array) });
});
