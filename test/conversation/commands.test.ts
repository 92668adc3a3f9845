import { expect, test } from '@jest/globals';
import { commandOf, commands, commandsFor, menu } from '../../src/conversation/commands.ts';
import { commandWords, usualWords } from '../../src/conversation/grammar/words.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';

const wishes = commands.map(({ wish }) => wish);

test.each(languages)('%s has words for every command, and for no other', (language) => {
  expect(Object.keys(commandWords[language].commands)).toEqual(expect.arrayContaining(wishes));
  expect(Object.keys(commandWords[language].commands)).toHaveLength(wishes.length);
  for (const ways of Object.values(commandWords[language].commands)) expect(ways.length).toBeGreaterThan(1);
});

test.each(languages)('the help can say every command in %s, short enough for Teams', (language) => {
  const speaker = speakerOf(language);
  for (const wish of wishes) {
    expect(speaker.sayKey(`command.${wish}.title`).length).toBeLessThanOrEqual(40);
    expect(speaker.sayKey(`command.${wish}.hint`).length).toBeLessThanOrEqual(128);
    expect(usualWords(wish, language).length).toBeLessThanOrEqual(32);
    expect(usualWords(wish, language)).not.toContain('|');
  }
});

test('everybody may ask; deciding is offered to those who decide', () => {
  const offered = (roles: readonly string[]) => commandsFor(roles).map(({ wish }) => wish);
  expect(offered(['sales_agent'])).toEqual(
    expect.arrayContaining(['request-admin', 'check', 'switch-azure', 'answer', 'withdraw', 'help']),
  );
  expect(offered(['sales_agent'])).not.toEqual(expect.arrayContaining(['approve']));
  expect(offered([])).not.toContain('take-over');
  expect(offered(['operator'])).toContain('take-over');
  expect(offered(['sales_agent', 'admin_agent'])).toEqual(wishes);
});

test('what decides is marked, so that nobody decides by a mistake in typing', () => {
  expect(commands.filter(({ decides }) => decides).map(({ wish }) => wish)).toEqual([
    'end',
    'approve',
    'decline',
    'send-back',
    'answer',
    'withdraw',
    'take-over',
    'tick',
    'accepted',
    'resume',
    'pause-reminders',
    'resume-reminders',
    'cancel',
  ]);
});

test('Teams suggests what needs no case', () => {
  expect(menu.length).toBeLessThanOrEqual(10);
  expect(menu.map(({ follows }) => follows)).not.toEqual(expect.arrayContaining(['id']));
  expect(menu).toContain(commandOf('help'));
});
