import { expect, test } from '@jest/globals';
import { createGrammar } from '../../src/conversation/grammar/grammar.ts';

const grammar = createGrammar();

const GUID = '7a11c0de-1111-4a10-8a10-0000000000a1';

const customers: readonly (readonly [text: string, customer: string])[] = [
  // domains, however they arrive
  ['check CONTOSO.Example', 'contoso.example'],
  ['check ＣＯＮＴＯＳＯ．ｅｘａｍｐｌｅ', 'contoso.example'],
  ['check contoso。example', 'contoso.example'],
  ['check con\u200Btoso.example', 'contoso.example'],
  ['check contoso.example.', 'contoso.example'],
  ['check contoso.example, please', 'contoso.example'],
  ['check (contoso.example)', 'contoso.example'],
  ['check “contoso.example”', 'contoso.example'],
  ['check www.contoso.example', 'contoso.example'],
  ['check sub-domain.contoso.co.example', 'sub-domain.contoso.co.example'],
  ['check https://portal.contoso.example/path?x=y#z', 'portal.contoso.example'],
  ['check https://www.contoso.example', 'contoso.example'],
  ['check HTTP://Contoso.example:8080/', 'contoso.example'],
  ['check https://contoso.example@fabrikam.example/login', 'fabrikam.example'],
  ['check Ana.Lopez+it@contoso.example', 'contoso.example'],
  ['check mailto:ana@contoso.example', 'contoso.example'],
  ['check <ana@contoso.example>', 'contoso.example'],
  ['check [contoso.example](http://contoso.example)', 'contoso.example'],
  ['check [contoso.example](http://fabrikam.example/x)', 'contoso.example'],
  ['check [](https://contoso.example/)', 'contoso.example'],
  ['check [Contoso Ltd](https://contoso.example/)', 'Contoso Ltd'],
  ['检查https://contoso.example的管理', 'contoso.example'],
  ['check Пример.example', 'пример.example'],
  ['check xn--e1afmkfd.xn--e1afmkfd', 'xn--e1afmkfd.xn--e1afmkfd'],
  ['检查 微软.example', '微软.example'],
  ['检查微软.example', '微软.example'],
  ['check az-smart-homes.example', 'az-smart-homes.example'],
  // a look-alike stays what it is
  ['check соntoso.example', 'соntoso.example'],
  ['check CОNTOSO.example', 'cоntoso.example'],
  // tenant ids
  [`check ${GUID}`, GUID],
  [`check {${GUID.toUpperCase()}}`, GUID],
  [`check ${GUID.replaceAll('-', '')}`, GUID],
  [`check (${GUID})`, GUID],
  [`检查${GUID}`, GUID],
  // names
  ['check Contoso', 'Contoso'],
  ['check the customer Contoso Ltd please', 'Contoso Ltd'],
  ['check Bank of Example for me', 'Bank of Example'],
  ['check O’Brien & Sons', 'O’Brien & Sons'],
  ['check Coca-Example GmbH & Co. KG', 'Coca-Example GmbH & Co. KG'],
  ['vérifier La Poste', 'La Poste'],
  ['vérifier la société Contoso', 'Contoso'],
  ['prüfen für Die Fabrik GmbH', 'Die Fabrik GmbH'],
  ['проверить ООО Ромашка', 'ООО Ромашка'],
  ['检查微软示例公司', '微软示例公司'],
  ['检查“微软示例公司”', '微软示例公司'],
  ['check H-Hotels', 'H-Hotels'],
  ['check 7-Eleven', '7-Eleven'],
  // quotes of every language; what is in them stays a name
  ['check "Request Admin Ltd"', 'Request Admin Ltd'],
  ['check “Cancel & Back”', 'Cancel & Back'],
  ['prüfen „Hilfe für alle“', 'Hilfe für alle'],
  ['vérifier « Aide »', 'Aide'],
  ['prüfen »Zurück AG«', 'Zurück AG'],
  ['проверить «Помощь»', 'Помощь'],
  ['检查「帮助」', '帮助'],
  ['检查《帮助》', '帮助'],
  ['check ‘Rules’', 'Rules'],
  ["check 'Rules'", 'Rules'],
  ['check „H-Hotels“', 'H-Hotels'],
  ['“Request Admin Ltd” check', 'Request Admin Ltd'],
  // mentions, line breaks, blanks
  ['<at>Handshake</at> check contoso.example', 'contoso.example'],
  ['<at id="0">Any Name</at>\ncheck\n\t contoso.example', 'contoso.example'],
  ['check contoso.example <at>Handshake</at>', 'contoso.example'],
  ['@Handshake check contoso.example', 'contoso.example'],
  ['check&nbsp;contoso.example', 'contoso.example'],
  ['check   \u00A0\u3000 Contoso \n  Ltd ', 'Contoso Ltd'],
  ['**check** `contoso.example`', 'contoso.example'],
];

test.each(customers)('“%s” is about %s', (text, customer) => {
  expect(grammar(text)).toStrictEqual({ wants: 'check', customer });
});

test('a customer without a wish is offered what one may want of it', () => {
  expect(grammar('contoso.example', { language: 'de' })).toStrictEqual({
    wants: 'unclear',
    nearest: ['prüfen contoso.example', 'Admin anfordern contoso.example', 'Azure wechseln contoso.example'],
  });
  expect(grammar('“Contoso Ltd”', { language: 'en' })).toStrictEqual({
    wants: 'unclear',
    nearest: ['check “Contoso Ltd”', 'request admin “Contoso Ltd”', 'switch Azure “Contoso Ltd”'],
  });
});

test('a command in quotes is the command', () => {
  expect(grammar('“help”')).toStrictEqual({ wants: 'help' });
  expect(grammar('„Admin anfordern“ contoso.example')).toStrictEqual({ wants: 'request-admin', customer: 'contoso.example' });
});

test('a name is cut at 200 characters and holds no control character', () => {
  const intent = grammar(`check “${'x\u0007\u202E'.repeat(140)}”`);
  expect(intent).toStrictEqual({ wants: 'check', customer: 'x'.repeat(140) });
  expect(grammar(`check ${'Contoso '.repeat(60)}`)).toStrictEqual({
    wants: 'check',
    customer: 'Contoso '.repeat(60).slice(0, 200).trim(),
  });
});
