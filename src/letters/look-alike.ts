import { domainToUnicode } from 'node:url';

/** Letters of other scripts, and digits, that look like Latin ones. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ҽ: 'e', ғ: 'f', һ: 'h', н: 'h', і: 'l', ј: 'j', к: 'k', ӏ: 'l', м: 'm', п: 'n' },
  ...{ о: 'o', р: 'p', ԛ: 'q', г: 'r', ѕ: 's', т: 't', у: 'y', ѵ: 'v', ԝ: 'w', х: 'x', ѡ: 'w', ь: 'b' },
  ...{ α: 'a', β: 'b', ϲ: 'c', ε: 'e', η: 'n', ι: 'l', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', σ: 'o', τ: 't', υ: 'u', χ: 'x', ω: 'w' },
  ...{ ı: 'l', ł: 'l', ø: 'o', đ: 'd', ɡ: 'g', ɑ: 'a', ʟ: 'l', ո: 'n', ս: 'u', օ: 'o', հ: 'h', ց: 'g' },
  ...{ i: 'l', '0': 'o', '1': 'l', '3': 'e', '5': 's' },
};

/** How it looks to somebody in a hurry. */
const looks = (domain: string): string =>
  Array.from(domainToUnicode(domain).toLowerCase().normalize('NFKD'))
    .filter((letter) => !/\p{M}/u.test(letter))
    .map((letter) => LOOKS_LIKE[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/** No language is written with letters of several of these in one word. */
const isMixed = (domain: string): boolean =>
  domainToUnicode(domain)
    .split('.')
    .some((label) => SCRIPTS.filter((script) => script.test(label)).length > 1);

/** Whether a domain that is not this one is made to look like it, or like nothing that anybody would write. */
export const isLookAlike = (domain: string, original: string): boolean => {
  const parts = looks(original).split('.').length;
  const end = looks(domain).split('.').slice(-parts).join('.');
  return isMixed(domain) || end === looks(original);
};
