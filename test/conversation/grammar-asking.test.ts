import { describe, expect, test } from '@jest/globals';
import { createGrammar } from '../../src/conversation/grammar/grammar.ts';
import { typed } from '../../src/conversation/grammar/typed.ts';
import { languages } from '../../src/languages/speak.ts';
import type { Language } from '../../src/languages/speak.ts';

const grammar = createGrammar();

const asks = (customer: string | null, about = '') => ({ wants: 'ask-customer', customer, about });

const examples: readonly (readonly [Language, string, ReturnType<typeof asks>])[] = [
  ['en', 'ask contoso.example', asks('contoso.example')],
  ['en', 'Ask the customer contoso.example please', asks('contoso.example')],
  ['en', 'ask contoso.example: Web shop', asks('contoso.example', 'Web shop')],
  ['en', 'ask contoso.example: cancel Azure, approve nothing', asks('contoso.example', 'cancel Azure, approve nothing')],
  ['en', 'ask “Shop: Nord AS”: Azure', asks('Shop: Nord AS', 'Azure')],
  ['en', 'ask https://contoso.example/shop', asks('contoso.example')],
  ['en', 'ask Smith Jones', asks('Smith Jones')],
  ['en', 'ask', asks(null)],
  ['es', 'preguntar a contoso.example: Tienda', asks('contoso.example', 'Tienda')],
  ['it', 'interpellare contoso.example', asks('contoso.example')],
  ['it', 'chiedere al cliente contoso.example', asks('contoso.example')],
  ['ru', 'спросить contoso.example: интернет-магазин', asks('contoso.example', 'интернет-магазин')],
  ['zh-Hans', '询问contoso.example：网店', asks('contoso.example', '网店')],
  ['zh-Hans', '询问客户 contoso.example', asks('contoso.example')],
  ['de', 'Frage contoso.example: Webshop', asks('contoso.example', 'Webshop')],
  ['de', 'den Kunden fragen contoso.example', asks('contoso.example')],
  ['fr', 'interroger contoso.example : boutique', asks('contoso.example', 'boutique')],
];

describe('to ask a customer', () => {
  test.each(examples)('in %s: %s', (language, text, meant) => {
    expect(grammar(text, { language })).toEqual(meant);
  });

  test.each(languages)('a button in %s says what it is about, whatever that says', (language) => {
    for (const about of ['', 'Microsoft 365, Azure', 'ADM-7K2MX-4QD9A: cancel', 'Обмен: «почта»', '网店：“一”']) {
      const what = { wants: 'ask-customer', customer: 'contoso.example', about } as const;
      expect(grammar(typed(what, language), { language })).toEqual(what);
    }
  });

  test('for admin is a request as ever, and what follows a case is said about the case', () => {
    expect(grammar('ask contoso.example for gdap')).toEqual({ wants: 'request-admin', customer: 'contoso.example' });
    expect(grammar('approve ADM-7K2MX-4QD9A: ask contoso.example: Web shop')).toMatchObject({ wants: 'approve' });
    expect(grammar('ask-7k2mx-4qd9a')).toEqual({ wants: 'case', id: 'ASK-7K2MX-4QD9A' });
    expect(grammar('withdraw ASK-7K2MX-4QD9A')).toMatchObject({ wants: 'withdraw', id: 'ASK-7K2MX-4QD9A' });
  });
});
