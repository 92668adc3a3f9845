import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instant } from '../../src/cases/time.ts';
import { createListedPeople } from '../../src/people/listed-people.ts';
import { readPeopleFile } from '../../src/people/people-file.ts';
import type { ListedPerson } from '../../src/people/people-file.ts';

const example = fileURLToPath(new URL('../../people.example.json', import.meta.url));
const ola = '0b1ec700-0001-4b01-8b01-0000000000b1';

const fileOf = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'people-')), 'people.json');
  writeFileSync(path, text);
  return path;
};

const problemsOf = async (path: string): Promise<readonly string[]> => {
  const read = await readPeopleFile(path);
  return read.ok ? [] : read.problems;
};

const listed = async (path: string): Promise<readonly ListedPerson[]> => {
  const read = await readPeopleFile(path);
  return read.ok ? read.people : [];
};

describe('our people, from the file that comes with the bot', () => {
  const open = async () => createListedPeople(await listed(example));

  test('are known by their id, however it is spelt; nobody else is', async () => {
    const people = await open();
    const known = { id: ola, name: 'Ola Nordmann', roles: ['sales_agent'] };
    expect([await people.known(ola), await people.known(` ${ola.toUpperCase()}\u200b`)]).toEqual([known, known]);
    const others = ['', '0b1ec700-0001-4b01-8b01-0000000000b9', 'Ola Nordmann', '__proto__'];
    expect(await Promise.all(others.map(people.known))).toEqual(others.map(() => null));
  });

  test('are found by their roles; where nobody has one, nobody is', async () => {
    const people = await open();
    const named = async (...roles: Parameters<typeof people.withRoles>[0]) =>
      (await people.withRoles(roles)).map(({ name }) => name);
    expect(await named('admin_agent', 'global_admin')).toEqual(['Ada Berg', 'Bo Dahl', 'Gunn Moe']);
    expect([await named('billing_admin'), await named()]).toEqual([[], []]);
  });

  test('are not disturbed in their night; who is not on the list has none', async () => {
    const people = await open();
    const evening = '2026-01-09T21:15:00.000Z' as Instant;
    const tell = async (id: string) =>
      people.mayTell((await people.known(id)) ?? { id: 'stranger', name: 'S', roles: [] }, evening);
    expect(await tell(ola)).toBe('2026-01-12T06:00:00.000Z');
    expect([await tell('0b1ec700-0004-4b04-8b04-0000000000b4'), await tell('stranger')]).toEqual([evening, evening]);
  });
});

describe('a file of people that cannot be used is told in words', () => {
  const person = { id: ola, name: 'Ola', roles: ['sales_agent'], timeZone: 'Europe/Oslo' };
  test.each<[string, object, string[]]>([
    ['no people', { people: [] }, ['people: Too small: expected array to have >=1 items']],
    ['no id of the directory', { ...person, id: 'nobody' }, ['people.0.id: expected an object id of the directory, like ' + ola]],
    [
      'a role that nobody has',
      { ...person, roles: ['king'] },
      [expect.stringMatching(/^people\.0\.roles\.0: .*"operator"/) as never],
    ],
    [
      'a made-up time zone',
      { ...person, timeZone: 'Europe/Atlantis' },
      ['people.0.timeZone: expected a time zone like Europe/Oslo'],
    ],
    [
      'a time that is none',
      { ...person, quiet: { from: '24:00', to: '7' } },
      ['people.0.quiet.from: expected a time like 07:00', 'people.0.quiet.to: expected a time like 07:00'],
    ],
    [
      'a night without end',
      { ...person, quiet: { from: '07:00', to: '07:00' } },
      ['people.0.quiet: expected a beginning and another end'],
    ],
    ['no day at all', { ...person, days: [] }, ['people.0.days: Too small: expected array to have >=1 items']],
    [
      'somebody twice',
      { people: [person, { ...person, id: ola.toUpperCase() }] },
      [`people.1.id: expected everybody once: ${ola} stands here twice`],
    ],
    ['a field that nobody reads', { ...person, role: 'boss' }, ['people.0: Unrecognized key: "role"']],
  ])('%s', async (_, content, problems) => {
    const whole = 'people' in content ? content : { people: [content] };
    expect(await problemsOf(fileOf(JSON.stringify(whole)))).toEqual(problems);
  });

  test('no JSON, and no file', async () => {
    expect(await problemsOf(fileOf('{"people": ['))).toEqual([expect.stringMatching(/^it is no JSON: /)]);
    expect(await problemsOf(join(tmpdir(), 'no such folder', 'people.json'))).toEqual(['it cannot be read (ENOENT)']);
  });

  test('a byte order mark is not in the way', async () => {
    expect(await problemsOf(fileOf(`\uFEFF${JSON.stringify({ people: [person] })}`))).toEqual([]);
  });
});
