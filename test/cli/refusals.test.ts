import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { bare, DEFAULTS, file, folder } from '../support/files.ts';
import { handshake } from '../support/terminal.ts';

describe('what cannot be understood ends with status 2 and says where', () => {
  test.each([
    ['a file that is not there', () => `decide ${join(folder, 'nowhere.json')}`, /nowhere\.json cannot be read/],
    ['a file that is not JSON', () => `decide ${file('bad.json', '{ flow: gdap }')}`, /bad\.json is not JSON/],
    [
      'a missing fact',
      () => `decide ${file('m.json', { ...bare[0], facts: {} })}`,
      /Nothing was decided\.\n(.*\n)*partner\.mpaSigned: expected true or false, found nothing/,
    ],
    [
      'one bad situation of a list',
      () => `decide --defaults ${DEFAULTS} ${file('l2.json', [bare[0], { ...bare[0], id: 'B', cloud: 'mars' }])}`,
      /situation 2 \(B\): cloud: expected one of global/,
    ],
    ['an unknown option', () => 'decide --jsn', /--jsn.*\n?.*Known here: --json --lang --defaults --house-rules/s],
    ['two files', () => `decide a.json b.json`, /^b\.json: one word too many/],
    ['an unknown language', () => 'rules --lang pt', /--lang pt: expected one of en, es, it, ru, zh-Hans, de, fr/],
    ['an unknown flow', () => 'rules --flow party', /--flow party: expected one of relationship_request/],
    ['an unknown cloud', () => 'rules --cloud mars', /--cloud mars: expected one of global/],
    ['a day no calendar has', () => 'rules --on 2023-02-30', /--on 2023-02-30: expected a day of the calendar, YYYY-MM-DD/],
    [
      'an unknown rule',
      () => 'explain R-XFER-30-DAYS',
      /no rule or contradiction of that name\.\nNear: .*R-XFER-30D-EXPIRY|Near: /,
    ],
    ['no rule at all', () => 'explain', /expected the id of a rule/],
    ['a comparison without a file', () => 'compare --from 2020-01-01 --to 2021-01-01', /expected a file/],
    ['a comparison without a day', () => `compare --from 2020-01-01 ${file('c.json', bare[0])}`, /--to is missing: expected a day/],
    [
      'defaults that are a list',
      () => `decide --defaults ${file('d.json', [])} ${file('s.json', bare[0])}`,
      /expected an object with defaults/,
    ],
    [
      'house rules that cannot be used',
      () => `decide --house-rules ${file('h.json', { edition: 'x', aprovals: [] })} ${file('s.json', bare[0])}`,
      /these house rules cannot be used\.\n.*aprovals/,
    ],
    [
      'defaults for a flow that does not exist',
      () => `decide --defaults ${file('df.json', { defaultsByFlow: { party: {} } })} ${file('s.json', bare[0])}`,
      /expected an object with defaults.*\n.*party/s,
    ],
    [
      'defaults under another name',
      () => `decide --defaults ${file('dn.json', { defaultz: {} })} ${file('s.json', bare[0])}`,
      /expected an object with defaults/,
    ],
    [
      'something nested without end (P8)',
      () => `decide ${file('deep.json', '['.repeat(20_000) + ']'.repeat(20_000))}`,
      /deep\.json is nested more than 50 levels deep/,
    ],
    ['a word too many', () => 'timeline please', /^please: one word too many/],
    [
      'house rules that need to know who asks',
      () =>
        `decide --defaults ${DEFAULTS} --house-rules ${file('w.json', { edition: 'x', mayAsk: [{ flows: ['relationship_request'], roles: ['admin_agent'] }] })} ${file('s.json', bare[0])}`,
      /about\.requester: expected who asks.*found nothing/,
    ],
    ['an unknown command', () => 'dance', /Usage: handshake policy/],
    ['a name that every object has', () => 'constructor', /Usage: handshake policy/],
  ])('%s', async (_, words, message) => {
    const { status, out, err } = await handshake(`policy ${words()}`);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  test('what comes from outside cannot forge a line or move the cursor (P11)', async () => {
    const hostile = [{ ...bare[0], id: 'A)\u001b[2J\nYes: all fine (', cloud: 'mars\u202E', 'k\u001b': 1 }];
    const { err } = await handshake(`policy decide --defaults ${DEFAULTS} ${file('hostile-list.json', hostile)}`);
    expect(err.split('\n')).toHaveLength(3);
    expect(err).not.toMatch(/[\u001b\u202E]/);
    const one = file('hostile-id.json', { ...bare[0], id: 'x\u001b[31m\u202Ey\nz' });
    expect((await handshake(`policy decide --defaults ${DEFAULTS} ${one}`)).out).not.toMatch(/[\u001b\u202E]|\nz/);
    expect((await handshake(`policy compare --from 2018-01-01 --to 2025-01-01 --defaults ${DEFAULTS} ${one}`)).out).not.toMatch(
      /[\u001b\u202E]|\nz/,
    );
  });

  test('a flood of problems is cut short (P8)', async () => {
    const { err } = await handshake(
      `policy decide ${file(
        'flood.json',
        Array.from({ length: 5_000 }, () => ({})),
      )}`,
    );
    expect(err.split('\n')).toHaveLength(102);
    expect(err).toMatch(/… and 14900 more$/);
  });

  test('help is no fault', async () => {
    expect(await handshake('--help')).toMatchObject({ status: 0, err: '', out: expect.stringMatching(/^Usage/) as unknown });
    expect(await handshake('policy --help')).toMatchObject({ status: 0 });
    expect(await handshake('policy decide --help')).toMatchObject({ status: 0 });
  });
});
