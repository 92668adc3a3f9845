import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

const entryPoints = [fileURLToPath(new URL('../../scripts/gallery/look.js', import.meta.url))];

/** Microsoft’s renderer with the look of the playground, as a script that leaves `AdaptiveCards` and `hostConfig(isDark)` behind. */
export const renderer = (): string => {
  const { outputFiles } = buildSync({ entryPoints, bundle: true, format: 'iife', minify: true, write: false, logLevel: 'silent' });
  return outputFiles[0]?.text ?? '';
};
