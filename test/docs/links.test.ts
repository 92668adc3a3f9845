import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from '@jest/globals';
import { allPages, proseOf, root } from '../support/pages.ts';

const LINK = /\]\(<?([^()\s<>]+)>?(?: "[^"]*")?\)/g;

const withoutCode = (text: string): string => text.replace(/`[^`\n]*`/g, '');

const linksIn = (page: string): readonly string[] =>
  [...withoutCode(proseOf(page)).matchAll(LINK)]
    .map(([, target = '']) => target)
    // What stands elsewhere may be gone tomorrow, and is no fault of ours.
    .filter((target) => !/^(?:[a-z]+:|\/\/)/i.test(target));

/** As the address of a heading is made where the pages are usually read. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

const known = new Map<string, ReadonlySet<string>>();

const anchorsIn = (page: string): ReadonlySet<string> => {
  const made = known.get(page);
  if (made !== undefined) return made;
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseOf(page).matchAll(/^#{1,6} (.+)$/gm)) {
    const anchor = anchorOf(heading);
    let free = anchor;
    for (let count = 1; anchors.has(free); count++) free = `${anchor}-${count}`;
    anchors.add(free);
  }
  known.set(page, anchors);
  return anchors;
};

const whatIsWrong = (page: string, link: string): readonly string[] => {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : posix.join(posix.dirname(page), decodeURI(path));
  const told = `${page}: ${link}`;
  if (target.startsWith('..')) return [`${told} leads out of here`];
  if (!existsSync(join(root, target))) return [`${told} leads nowhere`];
  if (anchor === undefined) return [];
  const isPage = statSync(join(root, target)).isFile() && target.endsWith('.md');
  return isPage && anchorsIn(target).has(decodeURI(anchor)) ? [] : [`${told}: no such heading`];
};

test('every link on every page leads somewhere, and to a heading that is there', () => {
  const links = allPages.flatMap((page) => linksIn(page).map((link) => [page, link] as const));
  expect(links.flatMap(([page, link]) => whatIsWrong(page, link))).toEqual([]);
  expect(links.length).toBeGreaterThan(200);
});

test('a link that leads nowhere would be noticed', () => {
  expect(whatIsWrong('docs/agent.md', 'nowhere.md')).toHaveLength(1);
  expect(whatIsWrong('docs/agent.md', 'operating.md#nowhere')).toHaveLength(1);
  expect(whatIsWrong('docs/agent.md', '../../elsewhere.md')).toHaveLength(1);
  expect(whatIsWrong('docs/agent.md', '#what-to-type')).toEqual([]);
});
