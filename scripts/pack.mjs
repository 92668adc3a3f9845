// The package is the core and its command line. On packing (`prepack`, `postpack`) the manifest therefore names only what these
// import: not the packages of the page and the server, not the Node that the project brings for itself.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const at = (name) => new URL(`../${name}`, import.meta.url);
const whole = at('package.whole.json');

/** Also when an earlier packing was cut off in the middle. */
const restore = () => {
  if (existsSync(whole)) renameSync(whole, at('package.json'));
};

restore();
if (process.argv[2] === 'pack') {
  rmSync(at('dist'), { recursive: true, force: true });
  const text = readFileSync(at('package.json'), 'utf8');
  const { name, version, description, license, type, engines, bin, exports, files, dependencies } = JSON.parse(text);
  const used = [
    '@formatjs/icu-messageformat-parser',
    'cockatiel',
    'intl-messageformat',
    'jose',
    'lowdb',
    'nodemailer',
    'pg',
    'undici',
    'zod',
  ];
  const needed = Object.fromEntries(used.map((one) => [one, dependencies[one]]));
  writeFileSync(whole, text);
  const manifest = { name, version, description, license, type, engines, bin, exports, files, dependencies: needed };
  writeFileSync(at('package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
