import { cardText } from '../../src/playground/teams/card/card-text.ts';
import type { Card } from '../../src/playground/teams/card/card.ts';
import type { Happening } from '../../src/playground/teams/transcript.ts';

/** What a person did: a paragraph of its own. Null: something that others saw. */
const doneBy = (happening: Happening): string | null => {
  const who = `**${happening.who}**${place(happening)}`;
  switch (happening.kind) {
    case 'said':
      return `${who}: ${happening.text}`;
    case 'pressed':
    case 'submitted':
      return `**${happening.who}** presses${place(happening)}: [${happening.button}]${filledIn(happening.inputs)}`;
    case 'forwarded':
      return `**${happening.who}** carries the card to ${happening.chat.name}.`;
    case 'shared':
      return `${who} shares “${happening.text}”.`;
    case 'searched':
      return `**${happening.who}** types “${happening.text}” and is offered: ${happening.found.join(' · ') || 'nothing'}`;
    case 'installed':
    case 'uninstalled':
      return `**${happening.who ?? happening.chat.name}** has the app ${happening.kind}${place(happening)}.`;
    default:
      return null;
  }
};

const place = ({ chat }: Happening): string => (chat.kind === 'personal' ? '' : ` in ${chat.name}`);

const filledIn = (inputs: Readonly<Record<string, string>>): string => {
  const filled = Object.entries(inputs).filter(([, value]) => value !== '');
  return filled.length === 0 ? '' : ` (${filled.map(([name, value]) => `${name}: ${value}`).join('; ')})`;
};

/** What somebody came to see. */
interface Sight {
  readonly owner: string;
  readonly how: 'alone' | 'newly' | 'changed' | 'banner' | 'gone';
  readonly text: string;
  /** At the end of a card, where one can do something; not everybody can do the same. Null: no card. */
  readonly controls: readonly string[] | null;
}

type NameOf = (id: string | null) => string;

const isButtons = (line: string): boolean => line.startsWith('[ ');
const isControl = (line: string): boolean => isButtons(line) || line.endsWith(': ____');

/** What only unfolds a card is told by the line above it. */
const unfolds = (line: string): boolean => line.endsWith('▾ ]');

const ofCard = (card: Card): Pick<Sight, 'text' | 'controls'> => {
  const lines = cardText(card)
    .split('\n')
    .filter((line) => !unfolds(line));
  const first = lines.findLastIndex((line) => !isControl(line)) + 1;
  return { text: lines.slice(0, first).join('\n'), controls: lines.slice(first) };
};

const sightOf = (happening: Happening, nameOf: NameOf): Sight | null => {
  const { chat } = happening;
  const owner = chat.kind === 'personal' ? chat.name : `everybody in ${chat.name}`;
  switch (happening.kind) {
    case 'saw':
      return { owner: nameOf(happening.onlyFor), how: 'alone', ...ofCard(happening.card) };
    case 'shared':
    case 'showed':
    case 'changed': {
      const how = happening.kind === 'changed' ? 'changed' : 'newly';
      const { card, text } = happening;
      return { owner, how, ...(card === null ? { text, controls: null } : ofCard(card)) };
    }
    case 'banner':
      return {
        owner: happening.onlyFor === null ? owner : nameOf(happening.onlyFor),
        how: 'banner',
        text: happening.text,
        controls: null,
      };
    case 'deleted':
      return happening.onlyFor === null ? { owner, how: 'gone', text: '', controls: null } : null;
    default:
      return null;
  }
};

const isSame = (one: Sight, other: Sight): boolean => one.how === other.how && one.text === other.text;

/** Which of two messages of one moment came first is chance: the answer is told first, then what was said, then the cards. */
const inOrder = (sights: readonly Sight[]): Sight[] =>
  [...sights].sort((one, other) => rankOf(one) - rankOf(other) || caseIn(one).localeCompare(caseIn(other), 'en'));

/** News of two cases in one moment: nobody waits for the one or the other. */
const caseIn = ({ how, text }: Sight): string =>
  how === 'alone' || how === 'banner' ? '' : (/\b(?:ADM|AZ|ASK)-\w{5}-\w{5}\b/.exec(text)?.[0] ?? '');

const rankOf = ({ how, controls }: Sight): number => {
  if (how === 'alone' || how === 'banner') return 0;
  if (how === 'newly') return controls === null ? 1 : 2;
  return 3;
};

/** What several people see at one moment is told once; each of them sees things in their order. */
const together = (sights: readonly Sight[]): (readonly Sight[])[] => {
  const names = [...new Set(sights.map(({ owner }) => owner))].sort((a, b) => a.localeCompare(b, 'en'));
  const rows = names.map((name) => inOrder(sights.filter(({ owner }) => owner === name)));
  const told: (readonly Sight[])[] = [];
  for (let row = rows.find((one) => one.length > 0); row !== undefined; row = rows.find((one) => one.length > 0)) {
    // What somebody is answered comes before what follows from it.
    const answered = rows.find(([head]) => head?.how === 'alone' || head?.how === 'banner');
    const longest = rows.reduce((most, one) => (one.length > most.length ? one : most), row);
    const [sight] = answered ?? longest;
    if (sight === undefined) break;
    const seeing = rows.filter(([head]) => head !== undefined && isSame(head, sight));
    told.push(seeing.flatMap((one) => one.shift() ?? []));
  }
  return told;
};

/** Up to where a card says what it is about, how it stands, and what that means. */
const headOf = (lines: readonly string[]): number => 4 + Math.max(0, lines.indexOf(titleOf(lines)));

const titleOf = (lines: readonly string[]): string => lines.find((line) => /^\*\*.* \| /.test(line)) ?? lines[0] ?? '';

/** Of a card that was told already: its head, and what is new below. */
const createShortener = () => {
  const before = new Map<string, ReadonlySet<string>>();
  return (text: string): string => {
    const lines = text.split('\n');
    // The pages of a wizard are counted anew as one goes.
    const about = titleOf(lines).replaceAll(/\d/g, '');
    const known = before.get(about) ?? new Set();
    before.set(about, new Set(lines));
    const head = headOf(lines);
    return lines
      .map((line, at) => (at >= head && known.has(line) ? '…' : line))
      .filter((line, at, all) => line !== '…' || all[at - 1] !== '…')
      .join('\n');
  };
};

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

const listed = (owners: readonly string[]): string => {
  const names = owners.map((owner) => `**${owner}**`);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};

/** Whoever can do the same is named once; what everybody can do needs no name. */
const controlsOf = (sights: readonly Sight[]): string[] => {
  const all = Map.groupBy(sights, ({ controls }) => (controls ?? []).join('\n'));
  return [...all].flatMap(([text, by]) => {
    if (text === '') return [];
    const whose = by.length === sights.length ? [] : [`(${by.map(({ owner }) => owner).join(', ')})`];
    return [...whose, ...text.split('\n')];
  });
};

const seen = (sights: readonly Sight[], shorten: (text: string) => string): string => {
  const [{ how, text, controls } = { how: 'gone', text: '', controls: null }] = sights;
  const s = sights.length > 1 ? '' : 's';
  const who = listed(sights.map(({ owner }) => owner));
  if (how === 'gone') return `${who} see${s} a card go.`;
  if (how === 'banner') return `${who} read${s}: _${text}_`;
  const what = { alone: ', alone:', newly: ':', changed: ' the card change:' }[how];
  const told = controls === null ? [text] : [shorten(text), ...controlsOf(sights)];
  return `${who} see${s}${what}\n\n${quoted(told.join('\n'))}`;
};

const moment = (at: string): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });

/** What happens where no program of ours is: in a customer’s inbox, in their browser, on the telephone. */
export interface Aside {
  readonly kind: 'aside';
  readonly at: string;
  readonly says: string;
  /** What they look at meanwhile. */
  readonly reads: string | null;
}

const toldAside = ({ says, reads }: Aside): string => (reads === null ? says : `${says}\n\n${quoted(reads)}`);

const isAside = (one: Happening | Aside): one is Aside => one.kind === 'aside';

const whatIn = (happening: Happening | Aside, nameOf: NameOf): { readonly done: string | null; readonly sight: Sight | null } => {
  if (isAside(happening)) return { done: toldAside(happening), sight: null };
  const done = doneBy(happening);
  return { done, sight: done === null || happening.kind === 'shared' ? sightOf(happening, nameOf) : null };
};

/** What happened, as a product manager would read it. `…` stands for lines of a card that are as they were told before. */
export const storyOf = (
  told: { title: string; lead: string },
  happenings: readonly (Happening | Aside)[],
  nameOf: NameOf,
): string => {
  const paragraphs = [`# ${told.title}`, told.lead];
  const shorten = createShortener();
  let at = happenings[0]?.at;
  let sights: Sight[] = [];
  const flush = (): void => {
    paragraphs.push(...together(sights).map((one) => seen(one, shorten)));
    sights = [];
  };
  for (const happening of happenings) {
    const { done, sight } = whatIn(happening, nameOf);
    if (done === null && sight === null) continue;
    if (done !== null || happening.at !== at) flush();
    if (happening.at !== at) paragraphs.push(`_${moment(happening.at)}_`);
    at = happening.at;
    if (done !== null) paragraphs.push(done);
    if (sight !== null) sights.push(sight);
  }
  flush();
  return paragraphs.join('\n\n') + '\n';
};
