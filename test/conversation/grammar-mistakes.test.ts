import { describe, expect, test } from '@jest/globals';
import { distanceOf } from '../../src/conversation/grammar/near.ts';
import { createGrammar } from '../../src/conversation/grammar/grammar.ts';
import type { Language } from '../../src/languages/speak.ts';

const grammar = createGrammar();
const ID = 'ADM-7K2MX-4QD9A';

describe('what decides is asked about, with everything that was said', () => {
  const asked: readonly (readonly [Language, string, string])[] = [
    ['en', `aprove ${ID} looks Good`, `approve ${ID}: looks Good`],
    ['en', `apporve ${ID}`, `approve ${ID}`],
    ['en', `${ID} aproved`, `approve ${ID}`],
    ['en', `declien ${ID} too much`, `decline ${ID}: too much`],
    ['en', `sendd back ${ID} why?`, `send back ${ID}: why?`],
    ['en', `withdarw ${ID}`, `withdraw ${ID}`],
    ['en', `tickk ${ID} customer-wrote: mail`, `tick ${ID} customer-wrote: mail`],
    ['es', `aprovar ${ID}`, `aprobar ${ID}`],
    ['es', `rechasar ${ID} no`, `denegar ${ID}: no`],
    ['it', `aprovare ${ID}`, `approvare ${ID}`],
    ['it', `respingre ${ID}`, `respingere ${ID}`],
    ['ru', `утврдить ${ID}`, `утвердить ${ID}`],
    ['ru', `отклнить ${ID} нет`, `отклонить ${ID}: нет`],
    ['de', `genehmgen ${ID}`, `genehmigen ${ID}`],
    ['de', `ablenen ${ID} zu viel`, `ablehnen ${ID}: zu viel`],
    ['fr', `aprouver ${ID}`, `approuver ${ID}`],
    ['fr', `rejetter ${ID}`, `rejeter ${ID}`],
  ];

  test.each(asked)('%s: “%s” may be “%s”', (language, text, nearest) => {
    const intent = grammar(text, { language });
    expect(intent).toMatchObject({ wants: 'unclear' });
    expect(intent).toHaveProperty('nearest.0', nearest);
    expect(grammar(nearest, { language })).not.toMatchObject({ wants: 'unclear' });
  });

  test('without a case too', () => {
    expect(grammar('aprove', { language: 'en' })).toStrictEqual({ wants: 'unclear', nearest: ['approve'] });
    expect(grammar('cancl', { language: 'en' })).toStrictEqual({ wants: 'unclear', nearest: ['cancel'] });
    expect(grammar('terminte contoso.example', { language: 'en' })).toStrictEqual({
      wants: 'unclear',
      nearest: ['end contoso.example'],
    });
  });
});

describe('what decides nothing is done', () => {
  const done: readonly (readonly [Language, string, object])[] = [
    ['en', 'hlep', { wants: 'help' }],
    ['en', 'chek contoso.example', { wants: 'check', customer: 'contoso.example' }],
    ['en', 'requst admin contoso.example', { wants: 'request-admin', customer: 'contoso.example' }],
    ['en', 'requst admni Contoso', { wants: 'request-admin', customer: 'Contoso' }],
    ['en', 'swich azure Contoso', { wants: 'switch-azure', customer: 'Contoso' }],
    ['en', 'languge german', { wants: 'language', language: 'de' }],
    ['es', 'solictar administracion contoso.example', { wants: 'request-admin', customer: 'contoso.example' }],
    ['es', 'ayda', { wants: 'help' }],
    ['es', 'comprovar contoso.example', { wants: 'check', customer: 'contoso.example' }],
    ['it', 'richedere aministrazione contoso.example', { wants: 'request-admin', customer: 'contoso.example' }],
    ['it', 'praticche', { wants: 'cases', filter: 'all', customer: null, page: 1 }],
    ['ru', 'запросить админстрирование contoso.example', { wants: 'request-admin', customer: 'contoso.example' }],
    ['ru', 'помошь', { wants: 'help' }],
    ['ru', 'провеирть contoso.example', { wants: 'check', customer: 'contoso.example' }],
    ['de', 'Admin anfodern contoso.example', { wants: 'request-admin', customer: 'contoso.example' }],
    ['de', 'Hlife', { wants: 'help' }],
    ['de', 'überprüffen contoso.example', { wants: 'check', customer: 'contoso.example' }],
    ['fr', 'vérfier contoso.example', { wants: 'check', customer: 'contoso.example' }],
    ['fr', 'demader administraton contoso.example', { wants: 'request-admin', customer: 'contoso.example' }],
  ];

  test.each(done)('%s: “%s”', (language, text, intent) => {
    expect(grammar(text, { language })).toStrictEqual(intent);
  });
});

test('the person’s own language is offered, and no more than three', () => {
  expect(grammar('aprovar', { language: 'es' })).toStrictEqual({ wants: 'unclear', nearest: ['aprobar'] });
  expect(grammar('aprovar', { language: 'it' })).toStrictEqual({ wants: 'unclear', nearest: ['approvare'] });
  expect(grammar('от3етить', { language: 'ru' })).toStrictEqual({ wants: 'unclear', nearest: ['ответить', 'отметить', 'отмена'] });
});

test.each([
  'nd',
  'chk',
  'hlp',
  'bak',
  'asdf',
  'the weather is nice',
  '👍',
  '…!',
  'Contoso',
  'x'.repeat(50),
  'lorem ipsum dolor sit amet',
])('“%s” is nothing that is near', (text) => {
  expect(grammar(text, { language: 'en' })).toStrictEqual({ wants: 'unclear', nearest: [] });
});

test.each([
  ['aprove', 'approve', 1],
  ['apporve', 'approve', 1],
  ['ab', 'ba', 1],
  ['abcd', 'abcd', 0],
  ['kitten', 'sitting', 3],
  ['abc', 'abcdefgh', 3],
])('from %s to %s it is %i', (one, other, distance) => {
  expect(distanceOf(one, other, 2)).toBe(Math.min(distance, 3));
  expect(distanceOf(other, one, 2)).toBe(Math.min(distance, 3));
});
