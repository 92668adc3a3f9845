import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '../http/server.ts';
import { catalogues } from '../languages/catalogues.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const types = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;

/** In this order: what comes later wins. */
const styles = ['page/style.css', 'page/panes.css', 'page/chat/chat.css', 'page/chat/card.css', 'page/widths.css'];

const asset = async (path: string, type: string, ...files: readonly string[]): Promise<Page> => ({
  path,
  type,
  content: (await Promise.all(files.map((file) => readFile(here(file), 'utf8')))).join('\n'),
});

/** The page's program with all it needs, bundled for the browser. */
const bundled = async (path: string, file: string): Promise<Page> => {
  const { outputFiles } = await build({
    entryPoints: [here(file)],
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return { path, type: types.js, content: outputFiles[0]?.contents ?? '' };
};

/** Ask the rulebook: the policy core itself runs in the browser. */
const askPages = async (): Promise<readonly Page[]> => [
  await bundled('/ask.js', 'ask/main.ts'),
  await asset('/ask', types.html, 'ask/index.html'),
  await asset('/ask.css', types.css, 'ask/style.css'),
  await asset('/rulebook.md', 'text/plain; charset=utf-8', '../../docs/rulebook.md'),
];

const languagePages = (): readonly Page[] =>
  Object.entries(catalogues).map(([language, catalogue]) => ({
    path: `/languages/${language}.json`,
    type: 'application/json; charset=utf-8',
    content: JSON.stringify(catalogue),
  }));

/** Everything that the playground shows, made at start. `outside`: where the pages of the made-up Microsoft are. */
export const buildPages = async (outside: string): Promise<readonly Page[]> => [
  {
    ...(await asset('/', types.html, 'page/index.html')),
    frames: `'self' ${outside} ${outside.replace('localhost', '127.0.0.1')}`,
  },
  await bundled('/play.js', 'page/main.ts'),
  await asset('/play.css', types.css, ...styles),
  ...(await askPages()),
  ...languagePages(),
];
