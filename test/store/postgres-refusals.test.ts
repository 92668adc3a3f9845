import { expect, test } from '@jest/globals';
import { DatabaseError } from 'pg';
import { isOnlyNow, wasRefused } from '../../src/store/postgres/refusals.ts';
import { objectionIn } from '../../src/store/postgres/statement.ts';

const trouble = (code: string, severity = 'ERROR'): DatabaseError =>
  Object.assign(new DatabaseError('words', 0, 'error'), { code, severity });

test.each([
  'invalid input syntax for type integer: "conflict"',
  'ungültige Eingabesyntax für Typ integer: »conflict«',
  'syntaxe en entrée invalide pour le type integer : « conflict »',
  'неверный синтаксис для типа integer: "conflict"',
  'could not parse "conflict" as type int: strconv.ParseInt: parsing "conflict": invalid syntax',
])('our own objection is understood in whatever language the server answers: %s', (message) => {
  expect(objectionIn('22P02', message)).toBe('conflict');
  expect(objectionIn('23505', message)).toBeNull();
});

test('a no is a no in whatever language it is said', () => {
  expect([wasRefused(trouble('22P02', 'FEHLER')), wasRefused(trouble('40001', 'ОШИБКА'))]).toEqual([true, true]);
});

test.each(['57P01', '57P02', '08006', '40003', 'XX000', '58030'])('after %s nobody says that nothing was kept', (code) => {
  expect(wasRefused(trouble(code))).toBe(false);
});

test.each([
  ['a server that starts', trouble('57P03'), true],
  ['no connection left', trouble('53300'), true],
  ['two in each other’s way', trouble('40P01'), true],
  ['no such table', trouble('42P01'), false],
  ['a wrong password', trouble('28P01'), false],
  ['nobody there', new Error('connect ECONNREFUSED'), true],
])('whether it may go better in a moment: %s', (_, error, may) => {
  expect(isOnlyNow(error)).toBe(may);
});
