import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import { readFileSync } from 'node:fs';
import { catalogues } from '../languages/catalogues.ts';
import type { Speaker } from '../languages/speak.ts';
import { screens } from './screens.ts';
import type { ScreenName } from './screens.ts';

/** The labels of a screen, as its template names them: `say.title`, and `say.any.next` for what screens share. */
export type Labels = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

type Json = Readonly<Record<string, unknown>>;

interface Screen {
  /** Built once and shared: to parse a template costs ten times what filling it does. */
  readonly template: () => Template;
  /** Names of its labels, without what comes before `say.`. */
  readonly labels: readonly string[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../cards/${name}.json`, import.meta.url), 'utf8'));

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts parts where `$part` names them; what stands beside the name is added to the part. */
const assembled = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(assembled);
  if (!isJson(node)) return node;
  const { $part, ...own } = node;
  const whole = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, assembled(value)]));
  if (typeof $part !== 'string') return whole;
  const part = assembled(read(`parts/${$part}`));
  return isJson(part) ? { ...part, ...whole } : part;
};

const LABEL = /\bsay\.((?:any\.)?\w+)/g;

const keyOf = (screen: string, label: string): string =>
  `card.${label.startsWith('any.') ? label : `${screen.replace('/', '.')}.${label}`}`;

const load = (name: string): Screen => {
  const text = JSON.stringify(assembled(read(name)));
  const labels = [...new Set([...text.matchAll(LABEL)].map(([, label = '']) => label))];
  for (const [language, catalogue] of Object.entries(catalogues))
    for (const label of labels)
      if (!(keyOf(name, label) in catalogue)) throw new Error(`No sentence ${keyOf(name, label)} in ${language}`);
  let built: Template | undefined;
  // Below a `$data` only what starts at the root is still in sight.
  return { labels, template: () => (built ??= new Template(JSON.parse(text.replace(LABEL, '$root.$&')))) };
};

const names = Object.keys(screens) as ScreenName[];
const loaded = Object.fromEntries(names.map((name) => [name, load(name)])) as Readonly<Record<ScreenName, Screen>>;

/** Every sentence that a template shows. */
export const labelKeys: readonly string[] = [
  ...new Set(names.flatMap((name) => loaded[name].labels.map((label) => keyOf(name, label)))),
];

export const templateOf = (name: ScreenName): Template => loaded[name].template();

export const labelsOf = (name: ScreenName, { sayKey }: Speaker): Labels => {
  const said = loaded[name].labels.map((label) => [label, sayKey(keyOf(name, label))] as const);
  const own = said.filter(([label]) => !label.startsWith('any.'));
  const any = said.filter(([label]) => label.startsWith('any.')).map(([label, text]) => [label.slice('any.'.length), text]);
  return { ...Object.fromEntries(own), any: Object.fromEntries(any) as Readonly<Record<string, string>> };
};
