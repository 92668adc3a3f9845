import { describe, expect, test } from '@jest/globals';
import { checkParagraph, checkRecipient } from '../../src/letters/checks.ts';

describe('somebody’s own words', () => {
  test.each([
    ['nothing', ''],
    ['two sentences', 'As agreed on the telephone. We begin on Monday, at 9.30!'],
    ['several lines', 'Dear Marta,\n\nas agreed.\r\n\tAna'],
    ['abbreviations', 'z. B. i.V., d.h. e.g. 3.5 Std., Nr.12, т.е. скоро'],
    ['Chinese', '您好。我们星期一开始。谢谢！'],
    ['a smaller sign', 'less than 5 < 10 people & more'],
    ['600 characters', 'a'.repeat(600)],
  ])('may be %s', (_, text) => {
    expect(checkParagraph(text)).toBeNull();
  });

  test.each([
    ['601 characters', 'a'.repeat(601), 'too-long'],
    ['an address', 'see https://contoso.example/x', 'link'],
    ['an address without its scheme', 'see www.contoso', 'link'],
    ['a domain', 'see contoso.example for more', 'link'],
    ['a short domain', 'click t.co/x', 'link'],
    ['a domain of other letters', 'смотрите пример.рф', 'link'],
    ['a domain with a wide dot', 'see contoso．example', 'link'],
    ['a domain with a Chinese dot', 'see contoso。example', 'link'],
    ['a domain with a space before its dot', 'see contoso .example', 'link'],
    ['an encoded domain', 'see contoso.xn--p1ai', 'link'],
    ['numbers that are an address', 'see 192.0.2.7', 'link'],
    ['a mailbox', 'write to ana@contoso', 'link'],
    ['another scheme', 'tel:+4712345678', 'link'],
    ['a link of Markdown', 'click [here](x)', 'markup'],
    ['a reference of Markdown', 'click [here][1]', 'markup'],
    ['HTML', 'click <a href=x>here</a>', 'markup'],
    ['letters of HTML', 'contoso&#46;example', 'markup'],
    ['a mark that turns the writing', 'pay \u202enow', 'control'],
    ['a letter of no width', 'cont\u200boso', 'control'],
    ['a bell', 'ding\u0007', 'control'],
    ['half a letter', 'a\ud800', 'control'],
  ])('may not hold %s', (_, text, problem) => {
    expect(checkParagraph(text)).toBe(problem);
  });
});

describe('where a letter goes', () => {
  const contoso = { domain: 'contoso.example' };

  test.each([
    ['it@contoso.example', null],
    ['it@CONTOSO.example', null],
    ['it@mail.contoso.example', null],
    ['it@notcontoso.example', 'other-domain'],
    ['it@contoso.example.evil.example', 'other-domain'],
    ['it@c0ntoso.example', 'mimics'],
    ['it@mail.conto5o.example', 'mimics'],
    // With one Cyrillic letter in the midst of Latin ones, and with three.
    ['it@xn--contso-zqf.example', 'mimics'],
    ['it@xn--cntso-jyec.example', 'mimics'],
    // Mixed like this nobody writes anything.
    ['it@xn--fbrikam-2fg.example', 'mimics'],
    // bücher is what it seems to be.
    ['it@xn--bcher-kva.example', 'other-domain'],
    ['it@cont\u043eso.example', 'not-an-address'],
    ['it', 'not-an-address'],
    ['', 'not-an-address'],
    ['it@contoso.example\r\nBcc: x@evil.example', 'not-an-address'],
    ['a@contoso.example, b@evil.example', 'not-an-address'],
  ])('%j', (address, problem) => {
    expect(checkRecipient(address, contoso)).toBe(problem);
  });

  test('of a customer without a domain any address may be right', () => {
    expect(checkRecipient('it@fabrikam.example', { domain: null })).toBeNull();
  });
});
