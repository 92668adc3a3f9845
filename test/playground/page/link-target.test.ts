import { describe, expect, test } from '@jest/globals';
import { linkTarget } from '../../../src/playground/page/link-target.ts';

const here = { host: 'localhost:3978', outside: 'http://localhost:3979' };
const who = { customer: 'c1', lang: 'it' };

describe('a link in a letter', () => {
  test('leads to our own page on this server, without the https of the letter', () => {
    expect(linkTarget('https://localhost:3978/letter/AB-12?lang=it', here, who)).toBe('/letter/AB-12?lang=it');
    expect(linkTarget('http://localhost:3978/answers/AB-12', here, who)).toBe('/answers/AB-12');
  });

  test('leads to the made-up Microsoft otherwise, whole, with who follows it', () => {
    const link = 'https://admin.example/Home?a=1&b=2#/partners/x';
    const { origin, pathname, searchParams } = new URL(linkTarget(link, here, who));
    expect([origin, pathname]).toEqual(['http://localhost:3979', '/customers/open']);
    expect(Object.fromEntries(searchParams)).toEqual({ link, customer: 'c1', lang: 'it' });
  });

  test('never leads to another page of this server', () => {
    for (const link of ['https://localhost:3978/play/state', 'https://localhost:3978/letters', 'https://evil.example/letter/AB-12'])
      expect(linkTarget(link, here, who)).toMatch(/^http:\/\/localhost:3979\/customers\/open\?/);
  });
});
