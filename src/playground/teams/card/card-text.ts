import { isPart, isShown, partsIn, wordIn } from './card.ts';
import type { Card } from './card.ts';

type Lines = readonly string[];
type Write = (part: Card) => Lines;

const inOneLine = (texts: Lines): Lines => {
  const said = texts.filter((text) => text !== '');
  return said.length === 0 ? [] : [said.join(' | ')];
};

const isBold = ({ weight, fontWeight }: Card): boolean => /^bolder$/i.test(wordIn(weight) || wordIn(fontWeight));

const runText = (part: Card): string => {
  const text = wordIn(part.text);
  const words = text.trim();
  if (words === '') return text;
  const marked = part.strikethrough === true ? `~~${words}~~` : isBold(part) ? `**${words}**` : words;
  return text.replace(words, () => marked);
};

const richText: Write = ({ inlines }) => {
  const runs = Array.isArray(inlines) ? inlines : [];
  const text = runs.map((one) => (typeof one === 'string' ? one : isPart(one) ? runText(one) : '')).join('');
  return text === '' ? [] : [text];
};

const buttonText = (action: Card): string => {
  const title = wordIn(action.title) || wordIn(action.tooltip) || wordIn(action.id);
  return action.isEnabled === false ? `[ ~~${title}~~ ]` : `[ ${title} ]`;
};

const buttons = (value: unknown): Lines => {
  const shown = partsIn(value).filter(isShown);
  const row = shown.map(buttonText).join('  ');
  const opened = shown
    .filter(({ type }) => type === 'Action.ShowCard')
    .flatMap((action) => (isPart(action.card) ? cardLines(action.card).map((line) => `  ${line}`) : []));
  return row === '' ? [] : [row, ...opened];
};

const valueOf = ({ value, placeholder }: Card): string => {
  const text = typeof value === 'number' ? String(value) : wordIn(value);
  if (text !== '') return text.replaceAll('\n', ' ⏎ ');
  return wordIn(placeholder) === '' ? '____' : `____ (${wordIn(placeholder)})`;
};

const labelled = (part: Card, text: string): string => {
  const label = wordIn(part.label);
  return label === '' ? text : `${label}${part.isRequired === true ? ' *' : ''}: ${text}`;
};

const field: Write = (part) => [labelled(part, valueOf(part))];

const toggle: Write = (part) => {
  const isOn = part.value === (wordIn(part.valueOn) || 'true');
  return [labelled(part, `[${isOn ? 'x' : ' '}] ${wordIn(part.title)}`)];
};

const choices: Write = (part) => {
  const chosen = part.isMultiSelect === true ? wordIn(part.value).split(',') : [wordIn(part.value)];
  const mark = part.isMultiSelect === true ? ['[x]', '[ ]'] : ['(•)', '( )'];
  const all = partsIn(part.choices).map(({ title, value }) => {
    const isChosen = chosen.includes(wordIn(value));
    return `${isChosen ? mark[0] : mark[1]} ${wordIn(title)}`;
  });
  if (all.length > 0) return [labelled(part, all.join('  '))];
  return [labelled(part, valueOf(part))];
};

const picture: Write = ({ altText }) => (wordIn(altText) === '' ? [] : [`(picture: ${wordIn(altText)})`]);

const facts: Write = (part) => partsIn(part.facts).map(({ title, value }) => `${wordIn(title)}: ${wordIn(value)}`);

const below = (value: unknown): Lines => partsIn(value).flatMap(lines);

const beside: Write = ({ columns }) =>
  inOneLine(
    partsIn(columns)
      .filter(isShown)
      .map((column) => below(column.items).join(' / ')),
  );

const row: Write = ({ cells }) => inOneLine(partsIn(cells).map((cell) => below(cell.items).join(' / ')));

const inside: Write = ({ items }) => below(items);

const texts: Readonly<Record<string, Write>> = {
  TextBlock: (part) => (wordIn(part.text) === '' ? [] : [runText(part)]),
  RichTextBlock: richText,
  FactSet: facts,
  Container: inside,
  Column: inside,
  ColumnSet: beside,
  Table: ({ rows }) => partsIn(rows).flatMap(row),
  Image: picture,
  ImageSet: ({ images }) => partsIn(images).flatMap(picture),
  ActionSet: ({ actions }) => buttons(actions),
  'Input.Text': field,
  'Input.Number': field,
  'Input.Date': field,
  'Input.Time': field,
  'Input.Toggle': toggle,
  'Input.ChoiceSet': choices,
};

/** What Teams does not know it replaces, where the card says by what. */
const otherwise = ({ type, fallback }: Card): Lines => (isPart(fallback) ? lines(fallback) : [`(unknown: ${wordIn(type)})`]);

const lines: Write = (part) => {
  if (!isShown(part)) return [];
  const written = texts[wordIn(part.type)]?.(part) ?? otherwise(part);
  const press = isPart(part.selectAction) ? buttons([part.selectAction]) : [];
  return [...written, ...press];
};

const cardLines: Write = ({ body, actions }) => [...below(body), ...buttons(actions)];

/** A card in plain lines, as a person reads it from top to bottom. */
export const cardText = (card: Card): string => cardLines(card).join('\n');
