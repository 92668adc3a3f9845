import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '../http/server.ts';
import { catalogues } from '../languages/catalogues.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const asset = async (path: string, type: string, file: string): Promise<Page> => ({
  path,
  type,
  content: await readFile(here(file)),
});

/** The page's program: the policy core itself, bundled for the browser. */
const bundled = async (): Promise<Page> => {
  const { outputFiles } = await build({
    entryPoints: [here('ask/main.ts')],
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return { path: '/ask.js', type: 'text/javascript; charset=utf-8', content: outputFiles[0]?.contents ?? '' };
};

/** Ask the rulebook: everything the page needs, made at start. */
export const buildPages = async (): Promise<readonly Page[]> => [
  await bundled(),
  await asset('/', 'text/html; charset=utf-8', 'ask/index.html'),
  await asset('/ask.css', 'text/css; charset=utf-8', 'ask/style.css'),
  await asset('/rulebook.md', 'text/plain; charset=utf-8', '../../docs/rulebook.md'),
  ...Object.entries(catalogues).map(([language, catalogue]) => ({
    path: `/languages/${language}.json`,
    type: 'application/json; charset=utf-8',
    content: JSON.stringify(catalogue),
  })),
];
