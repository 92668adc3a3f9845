import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

export const root = new URL('../../', import.meta.url).pathname;

export const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

/** What is built, installed or kept. */
const notOurs = new Set(['node_modules', 'build', 'dist', 'reports', 'coverage', 'data']);

const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return notOurs.has(entry.name) || entry.name.startsWith('.') ? [] : pagesIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });

/** Every page that somebody may read here. */
export const allPages = pagesIn('.');

/** Pages that tell people what to do. */
export const guides = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...allPages.filter((page) => /^docs\/[^/]+\.md$/.test(page))];

const FENCE = /^( *)(`{3,})([^\n`]*)\n([^]*?)\n\1\2 *$/gm;

/** What stands in a page’s blocks of these languages. */
export const blocksIn = (page: string, languages: readonly string[]): readonly string[] =>
  [...textOf(page).matchAll(FENCE)].flatMap(([, indent = '', , language = '', content = '']) =>
    languages.includes(language.trim()) ? [content.replaceAll(`\n${indent}`, '\n').slice(indent.length)] : [],
  );

/** A page without its blocks. */
export const proseOf = (page: string): string => textOf(page).replace(FENCE, '');
