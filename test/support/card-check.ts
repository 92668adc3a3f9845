import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Card } from '../../src/cards/render.ts';

interface Finding {
  readonly message: string;
}

interface Parser {
  readonly SerializationContext: new (version: unknown) => { readonly eventCount: number; getEventAt: (index: number) => Finding };
  readonly Versions: { readonly v1_5: unknown };
  readonly HostConfig: new (settings: unknown) => object;
  readonly AdaptiveCard: new () => {
    hostConfig: object;
    parse: (json: unknown, context: unknown) => void;
    validateProperties: () => { readonly validationEvents: readonly Finding[] };
  };
}

// Its ES modules do not load in Node, only the bundle does.
const { AdaptiveCard, HostConfig, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as Parser;

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** As programs draw it that know no charts: the parser is one of them. */
const withoutCharts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutCharts);
  if (!isNode(value)) return value;
  if (typeof value.type === 'string' && value.type.startsWith('Chart.') && isNode(value.fallback))
    return withoutCharts(value.fallback);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutCharts(one)]));
};

/** What Microsoft's own parser finds, at the version that Teams shows. */
const parserFindings = (card: Card): string[] => {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  // Teams takes one more than the parser by itself.
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
  // Its pattern for languages remembers the last match, so that it takes every other card for wrong: the rules below look instead.
  parsed.parse({ ...structuredClone(withoutCharts(card) as Card), lang: undefined }, context);
  const found = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  return [...found, ...parsed.validateProperties().validationEvents].map(({ message }) => message);
};

/** Everything in a card that is an object, with the name under which it stands. */
const nodesOf = (value: unknown, name = ''): { readonly node: Node; readonly name: string }[] => {
  if (Array.isArray(value)) return value.flatMap((one) => nodesOf(one, name));
  if (!isNode(value)) return [];
  return [{ node: value, name }, ...Object.entries(value).flatMap(([inner, one]) => nodesOf(one, inner))];
};

/** What Teams is known to show; it drops some others without a word. */
const SHOWN = new Set([
  ...['AdaptiveCard', 'TextBlock', 'RichTextBlock', 'TextRun', 'ColumnSet', 'Column', 'Container', 'ActionSet'],
  ...['Table', 'TableRow', 'TableCell', 'Image', 'ImageSet'],
  ...['Input.Text', 'Input.Number', 'Input.Date', 'Input.Time', 'Input.Toggle', 'Input.ChoiceSet'],
  'Chart.HorizontalBar',
  ...['Action.Execute', 'Action.Submit', 'Action.ToggleVisibility', 'Action.OpenUrl'],
]);

const Words = z.string().regex(/\S/);
const Carried = z.strictObject({ verb: Words, id: z.string(), seen: z.string() });
const Submit = z.object({ type: z.literal('Action.Submit'), data: Carried, associatedInputs: z.enum(['auto', 'none']) });
const Execute = z
  .object({ title: Words, verb: Words, data: Carried, associatedInputs: z.enum(['auto', 'none']), fallback: Submit })
  .refine(({ verb, data }) => verb === data.verb, 'data names another verb')
  .refine(({ data, fallback }) => JSON.stringify(fallback.data) === JSON.stringify(data), 'the fallback carries other data')
  .refine((one) => one.associatedInputs === one.fallback.associatedInputs, 'the fallback takes other inputs along');

/** As Microsoft’s documentation of charts in Teams has it, as far as we use it. */
const HorizontalBar = z.strictObject({
  type: z.literal('Chart.HorizontalBar'),
  title: Words.optional(),
  displayMode: z.enum(['AbsoluteWithAxis', 'AbsoluteNoAxis', 'PartToWhole']),
  data: z
    .array(
      z.strictObject({
        x: Words,
        y: z.number().min(0),
        color: z.enum(['good', 'warning', 'attention', 'neutral', 'categoricalBlue']),
      }),
    )
    .min(1),
  /** Who draws no charts shows this, and not a hole. */
  fallback: z.object({ type: z.enum(['Container', 'ColumnSet', 'TextBlock', 'RichTextBlock', 'Table']) }),
});

const rules: Readonly<Record<string, z.ZodType>> = {
  'Chart.HorizontalBar': HorizontalBar,
  AdaptiveCard: z.object({
    version: z.literal('1.5'),
    /** Two or three letters: the parser takes no script. */
    lang: z.string().regex(/^[a-z]{2,3}$/),
    speak: Words.max(1000),
    fallbackText: Words.max(1500),
    refresh: z.object({ action: Execute, userIds: z.array(Words).min(1).max(60) }).optional(),
  }),
  TextBlock: z.object({ text: Words, wrap: z.literal(true) }),
  TextRun: z.object({ text: Words }),
  Image: z.object({ altText: Words }),
  'Action.Execute': Execute,
  'Action.ToggleVisibility': z.object({ title: Words, targetElements: z.array(Words).min(1) }),
  'Input.Text': z.object({ id: Words, label: Words, maxLength: z.number() }),
  // With bounds an empty one counts as outside of them, and nobody could leave it empty, nor go back.
  'Input.Number': z.object({ id: Words, label: Words, min: z.never().optional(), max: z.never().optional() }),
  'Input.Toggle': z.object({ id: Words, label: Words, title: Words }),
  'Input.ChoiceSet': z.object({ id: Words, label: Words, wrap: z.literal(true), choices: z.array(z.unknown()).min(1) }),
};

const said = (type: string, { error }: { readonly error?: z.ZodError }): string[] =>
  (error?.issues ?? []).map(({ path, message }) => `${type}.${path.join('.')}: ${message}`);

const ownFindings = ({ node }: { readonly node: Node }): string[] => {
  const { type, isRequired, errorMessage } = node;
  if (typeof type !== 'string') return [];
  return [
    ...(SHOWN.has(type) ? [] : [`Teams may not show ${type}`]),
    ...said(type, rules[type]?.safeParse(node) ?? {}),
    ...(isRequired === true && errorMessage === undefined ? [`${type} is required and does not say so`] : []),
  ];
};

const buttonsIn = (card: Card): number =>
  nodesOf(card).flatMap(({ node }) => (Array.isArray(node.actions) ? (node.actions as unknown[]) : [])).length;

const danglingIn = (card: Card): string[] => {
  const nodes = nodesOf(card);
  const ids = nodes.map(({ node }) => node.id).filter((id) => typeof id === 'string');
  const targets = nodes.flatMap(({ node }) => (Array.isArray(node.targetElements) ? (node.targetElements as unknown[]) : []));
  return targets.filter((target) => !ids.includes(String(target))).map((target) => `Nothing is called ${String(target)}`);
};

const MOST_BYTES = 28 * 1024;

/** Everything that is wrong with a card; empty when Teams will show it as it is meant. */
export const findingsOf = (card: Card): string[] => {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  const buttons = buttonsIn(card);
  return [
    ...parserFindings(card),
    ...nodesOf(card).flatMap(ownFindings),
    ...danglingIn(card),
    ...(buttons > 6 ? [`${buttons} buttons`] : []),
    ...(bytes >= MOST_BYTES ? [`${bytes} bytes`] : []),
  ];
};

/** Texts in which Teams looks for markdown, HTML, mentions and addresses. */
export const interpretedIn = (card: Card): string[] =>
  nodesOf(card).flatMap(({ node, name }) => {
    const { type, text, title, value, speak, fallbackText, style, choices, isMultiSelect } = node;
    const texts = [
      ...(type === 'TextBlock' ? [text] : []),
      ...(name === 'facts' ? [title, value] : []),
      ...(type === 'AdaptiveCard' ? [speak, fallbackText] : []),
      ...(type === 'Input.Toggle' ? [title] : []),
      ...(style === 'expanded' || isMultiSelect === true ? nodesOf(choices).map((choice) => choice.node.title) : []),
    ];
    return texts.filter((one) => typeof one === 'string');
  });

/** What is shown as it is written. */
export const shownIn = (card: Card): string[] =>
  nodesOf(card).flatMap(({ node }) => (node.type === 'TextRun' && typeof node.text === 'string' ? [node.text] : []));

/** What a template still has to say when everything is filled in: nothing. */
export const leftoversIn = (card: Card): string[] => JSON.stringify(card).match(/\$\{[^}]*\}|"(?:undefined|null|NaN)"/g) ?? [];

/** The texts of a template that are neither filled in nor the name of something. */
export const wordsIn = (file: URL): string[] => {
  const nodes = nodesOf(JSON.parse(readFileSync(file, 'utf8')));
  const names = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'speak', 'fallbackText', 'altText'];
  return nodes
    .flatMap(({ node }) => names.map((name) => node[name]))
    .filter((text) => typeof text === 'string')
    .filter((text) => /\p{L}/u.test(text.replace(/\$\{[^}]*\}/g, '')));
};
