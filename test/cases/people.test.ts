import { describe, expect, test } from '@jest/globals';
import { isAmong, isSame } from '../../src/cases/people.ts';
import { ana, bruno, chiara } from '../support/cases.ts';

const known = { ...ana, id: '0f3b9c1e-ana' };
const as = (id: string) => ({ ...known, id });

describe('somebody is the same', () => {
  test.each([
    ['in capitals', '0F3B9C1E-ANA'],
    ['with blanks around it', ' 0f3b9c1e-ana\n'],
    ['with a blank within', '0f3b9c1e -ana'],
    ['with a blank that does not break', '0f3b9c1e-\u00a0ana'],
    ['with a character of no width', '0f3b9c1e\u200b-ana'],
    ['with a mark at its beginning', '\ufeff0f3b9c1e-ana'],
    ['with a soft hyphen', '0f3b9c1e-a\u00adna'],
    ['with a mark that turns the direction', '0f3b9c1e-\u202eana'],
    ['in letters of full width', '\uff10\uff46\uff13\uff42\uff19\uff43\uff11\uff45\uff0d\uff41\uff4e\uff41'],
    ['as it is', '0f3b9c1e-ana'],
  ])('with an id that is written %s', (_how, id) => {
    expect(isSame(known, as(id))).toBe(true);
    expect(isSame(as(id), known)).toBe(true);
    expect(isAmong([bruno, as(id), chiara], known)).toBe(true);
  });

  test('an accent is the same in one character or in two', () => {
    expect(isSame(as('andr\u00e9'), as('andre\u0301'))).toBe(true);
  });

  test('whatever the name and the roles are by now', () => {
    expect(isSame(ana, { ...ana, name: 'Ana Castellan', roles: [] })).toBe(true);
  });
});

describe('somebody is another', () => {
  test.each([
    ['one character more', '0f3b9c1e-anan'],
    ['another sign between', '0f3b9c1e_ana'],
    ['a letter of another alphabet that looks the same', '0f3b9c1e-\u0430na'],
    ['an accent', '0f3b9c1e-\u00e1na'],
  ])('with %s', (_how, id) => {
    expect(isSame(known, as(id))).toBe(false);
    expect(isAmong([as(id)], known)).toBe(false);
  });

  test('also by the same name, and nobody is among nobody', () => {
    expect(isSame(ana, { ...ana, id: 'ana-2' })).toBe(false);
    expect(isAmong([], ana)).toBe(false);
  });
});
