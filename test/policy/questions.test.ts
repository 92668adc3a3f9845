import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { handshake } from '../support/terminal.ts';

const FILE = new URL('questions.md', import.meta.url);
const HEADING = '## ';
const FENCE = '```';
const COMMAND = 'npm run -s policy -- ';

/** The lines between two fences; `from` is the first of them. */
interface Block {
  readonly from: number;
  readonly lines: string[];
}

interface Question {
  readonly title: string;
  /** By the language behind the opening fence. */
  readonly blocks: Map<string, Block>;
}

/** A fence ends at the next bare fence, so nothing inside a block is taken for a heading. */
const read = (lines: readonly string[]): Question[] => {
  const questions: Question[] = [];
  let open: Block | null = null;
  for (const [at, line] of lines.entries()) {
    if (open !== null) {
      if (line === FENCE) open = null;
      else open.lines.push(line);
    } else if (line.startsWith(FENCE)) {
      open = { from: at + 1, lines: [] };
      questions.at(-1)?.blocks.set(line.slice(FENCE.length), open);
    } else if (line.startsWith(HEADING)) {
      questions.push({ title: line.slice(HEADING.length), blocks: new Map() });
    }
  }
  return questions;
};

const blockOf = ({ title, blocks }: Question, language: string): Block => {
  const block = blocks.get(language);
  if (block === undefined) throw new Error(`${title}: no ${FENCE}${language} block`);
  return block;
};

/** What the command says, without the fingerprint, which every change of a rule changes. */
const ask = async (question: Question): Promise<string[]> => {
  const [command = ''] = blockOf(question, 'sh').lines;
  if (!command.startsWith(COMMAND)) throw new Error(`${question.title}: the command does not begin with ${COMMAND}`);
  const { out, err } = await handshake(`policy ${command.slice(COMMAND.length)}`, blockOf(question, 'json').lines.join('\n'));
  const lines = out.split('\n');
  if (!lines.pop()?.includes('sha256:')) throw new Error(`${question.title}: the answer does not end in a fingerprint\n${err}`);
  return lines;
};

const update = async (): Promise<void> => {
  const lines = readFileSync(FILE, 'utf8').split('\n');
  // From the end, so that the numbers of the lines before stay true.
  for (const question of read(lines).reverse()) {
    const { from, lines: old } = blockOf(question, 'text');
    lines.splice(from, old.length, ...(await ask(question)));
  }
  writeFileSync(FILE, lines.join('\n'));
};
if (process.env.UPDATE_GOLDEN === '1') await update();

const questions = read(readFileSync(FILE, 'utf8').split('\n'));

test('there are twenty questions, numbered', () => {
  expect(questions.map(({ title }) => title.split(' ')[0])).toEqual(
    Array.from({ length: 20 }, (_, index) => `${String(index + 1)}.`),
  );
});

describe('the answer is the one written down', () => {
  test.each(questions)('$title', async (question) => {
    expect(await ask(question)).toEqual(blockOf(question, 'text').lines);
  });
});

test.each(['S-ES-MP', 'S-ES-21V', 'S-ES-MC', 'S-RU-MP', 'S-IT-MP'])('%s is cited by an answer', (source) => {
  const cited = questions.flatMap((question) => blockOf(question, 'text').lines);
  expect(cited).toContainEqual(expect.stringContaining(`  ${source} `));
});
