// Writes what can be said from the code alone: docs/rulebook.md, docs/cases.md, the fingerprint, the diagrams of the README, the words of
// docs/agent.md and the commands of the Teams app.
// With --check it writes nothing and fails when something would change.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { kinds, transitionsOf } from '../src/cases/case.ts';
import * as rhythm from '../src/cases/ladders.ts';
import { instant, wholeDaysBetween } from '../src/cases/time.ts';
import { finalStatuses, staysPut } from '../src/cases/transitions.ts';
import { speakerOf } from '../src/languages/catalogues.ts';
import * as policyDays from '../src/policy/editions.ts';
import { saidContradiction, saidSource } from '../src/languages/answer.ts';
import {
  basePath,
  canonicalText,
  chapters,
  contradictions,
  dayText,
  editions,
  nextSteps,
  rulebook,
  sources,
} from '../src/policy/index.ts';
import { examples } from '../test/cases/lives/all.ts';
import { commandWords } from './command-words.mjs';
import { manifestFiles } from './manifest.mjs';

const at = (name) => new URL(`../${name}`, import.meta.url);
const speaker = speakerOf('en');
const { say, sayKey, statement } = speaker;

const titles = {
  resale: [
    'Who may sell to whom',
    'The programme’s own conditions: where a partner may sell, to which tenants, and what it must have signed first.',
  ],
  roles: ['Who may do what', 'Role by role. Where Microsoft’s pages name different roles, a person decides.'],
  invitation: [
    'Asking for the relationship',
    'The request, what it may carry, and the message and link with which it reaches the customer.',
  ],
  'multi-partner': [
    'One partner more',
    'What a further partner may do beside the others, and the four things that a new relationship never does.',
  ],
  channels: ['Bought somewhere else', 'Supporting, adding to, or moving what the customer bought in another channel.'],
  'national-clouds': ['Clouds with rules of their own', 'US Government, 21Vianet, Germany, and Government Community Cloud.'],
  'azure-switch': ['Switching Azure by hand', 'The manual switch of legacy Azure, and what holds for every switch and transfer.'],
  'azure-plan-transfer': ['Transferring an Azure plan', 'The transfer tool: who asks, who answers, what moves and what stays.'],
  'licence-transfer': ['Licences, direct to indirect, enterprise', 'Three more ways to change the seller.'],
  gdap: ['Granular delegated administration', 'Named, limited in time, mapped to groups.'],
  ending: ['Support, endings, recognition', 'What needs permission, how a relationship ends, and how a partner is recognised.'],
};

const list = (items) => items.map((item) => `- ${item}`).join('\n');

/** What a trigger says, in words: the code is short enough for that, and no second wording can come to differ from it. */
const words = [
  [/isIn\(([^,]+), \[([^\]]*)\]\)/g, '$1 is one of $2'],
  [/isNotIn\(([^,]+), \[([^\]]*)\]\)/g, '$1 is none of $2'],
  [/!isSameSet\(([^,]+), \[([^\]]*)\]\)/g, '$1 is not exactly $2'],
  [/isOtherThan\(([^,]+), ([^)]*)\)/g, '$1 is not $2'],
  [/isAbove\(([^,]+), ([^)]*)\)/g, '$1 is above $2'],
  [/isAtMost\(([^,]+), ([^)]*)\)/g, '$1 is at most $2'],
  [/isEmpty\(([^)]+)\)/g, '$1 is empty'],
  [/([\w.]+)\.includes\(([^)]*)\)/g, '$1 contains $2'],
  [/([\w.]+)\.some\(\(element\) => element\.startsWith\(([^)]*)\)\)/g, 'one of $1 begins with $2'],
  [/([\w.]+)\.some\(\(element\) => element > (\d+)\)/g, 'one of $1 is above $2'],
  [/(\w+\.\w+)\?\.length \?\? null/g, 'the length of $1'],
  [/planTransferExists\(at\)/g, 'there is the Azure-plan transfer (global, from 2020-09-30)'],
  [/licenceTransferExists\(at\)/g, 'there is the licence transfer (global, from 2024-06-19)'],
  [/gdapExists\(at\)/g, 'there is granular admin (global, from 2022-02-01)'],
  [/isAfterDap\(at\)/g, 'delegated admin has ended (global, from 2023-10-09)'],
  [/hasNoTie\(\{ rel \}\)/g, 'there is no active reseller relationship'],
  [/isEaTakeover\(facts, at\)/g, 'an Azure Expert MSP may take it over (EA, from 2020-01-01)'],
  [/\bat\./g, ''],
  [/\?\./g, '.'],
  [/ === true\b/g, ''],
  [/ === /g, ' is '],
  [/ !== /g, ' is not '],
  [/ && /g, ' and '],
  [/ \|\| /g, ' or '],
  [/!(?=[\w(])/g, 'not '],
  [/ >= /g, ' is at least '],
  [/ <= /g, ' is at most '],
  [/ > /g, ' is above '],
  [/ < /g, ' is before '],
  [/'/g, ''],
  [/,? *$/g, ''],
  [/\b([A-Z_]{6,})\b/g, (name) => (name in policyDays ? dayText(policyDays[name]) : name)],
  [
    /\b((?:actor|partner|otherPartner|customer|rel|req|item|xfer|gdap|msg|end|attest|recog|api)\.[\w.]+|same(?:Market|Country)|providerResellerSameRegion)/g,
    '`$1`',
  ],
];

const lookedFor = (fn) =>
  words.reduce(
    (text, [pattern, word]) => text.replace(pattern, word),
    String(fn)
      .replace(/^\(.*?\)\s*=>\s*/s, '')
      .replace(/\s+/g, ' ')
      .replace(/, \]/g, ']')
      .replace(/\[ /g, '['),
  );

const step = (add) =>
  typeof add === 'string'
    ? `${say(`next.${add}`)} (${add})`
    : add.add.map((code) => `${say(`next.${code}`)} (${code}), when ${lookedFor(add.when)}`).join('\n- ');

const cited = (citation) => {
  const { passport, defects } = saidSource(citation, speaker);
  return `**${citation}**: ${passport}${defects.map((defect) => ` — _${defect}_`).join('')}`;
};

const flowsOf = (rule) => (rule.flows === 'all' ? 'every flow' : [...rule.flows, ...(rule.also?.flows ?? [])].join(', '));
const kind = { deny: 'Refuses', warn: 'Warns', inform: 'Informs' };

const ruleText = (rule) => {
  const where = rule.clouds === 'all' ? 'all clouds' : rule.clouds.join(', ');
  const facts = [
    `**${kind[rule.severity]}**${rule.review ? ', and a person decides' : ''}${rule.stage === 'consequence' ? ', told when nothing refuses' : ''}`,
    `${rule.from} – ${rule.until ?? '…'}`,
    where,
    flowsOf(rule),
  ];
  const looks = [
    ...(rule.when ? [lookedFor(rule.when)] : [`${rule.flows === 'all' ? 'Always' : `Always in ${rule.flows.join(', ')}`}.`]),
    ...(rule.also ? [`In ${rule.also.flows.join(', ')}: ${lookedFor(rule.also.when)}`] : []),
  ];
  return [
    `### ${rule.id}`,
    `> ${statement(`rule.${rule.id}`)}`,
    facts.join(' · '),
    `Looks for: ${looks.join('  \n')}`,
    ...(rule.exceptions ? [`Exceptions: ${rule.exceptions}`] : []),
    ...(rule.next ? [`What next:\n\n${list(rule.next.map(step))}`] : []),
    `On whose word (${say(`evidence.${rule.evidence ?? 'V'}`).toLowerCase()}${rule.inferred ? `; our inference: ${rule.inferred}` : ''}):\n\n${list(rule.sources.map(cited))}`,
    ...(rule.contradiction ? [`The pages disagree: [${rule.contradiction}](#${rule.contradiction.toLowerCase()}).`] : []),
  ].join('\n\n');
};

const contradictionText = (id) => {
  const said = saidContradiction(id, speaker);
  return [
    `### ${id}`,
    `**${said.topic}.**`,
    list([
      `${said.older} (${contradictions[id].older.join('; ')})`,
      `${said.newer} (${contradictions[id].newer.join('; ')})`,
      said.reading,
    ]),
  ].join('\n\n');
};

const pathText = () =>
  list(
    basePath.map(
      ({ flows, adds }) =>
        `**${flows.join(', ')}**${String(adds.when).endsWith('=> true') ? '' : `, when ${lookedFor(adds.when)}`}: ${adds.add.map((code) => say(`next.${code}`)).join(' ')}`,
    ),
  );

const sourceText = ([key, { title, read, language, clouds, translation, defects = [] }]) =>
  `**${key}** ${title}; ${sayKey(`sourceLanguage.${language}`)}${translation === 'machine' ? ', machine translation' : ''}; ${clouds === 'all' ? 'all clouds' : clouds.join(', ')}; read: ${read.join(', ')}${defects.map((defect) => ` — _${say(`defect.${defect}`)}_`).join('')}`;

const book = () => {
  const parts = Object.entries(chapters).map(([chapter, rules], index) => {
    const [title, lead] = titles[chapter];
    return [
      `## ${index + 1}. ${title}`,
      `${lead} (\`src/policy/rules/${chapter}.ts\`, ${rules.length} rules)`,
      ...rules.map(ruleText),
    ].join('\n\n');
  });
  return [
    '<!-- Written by `npm run docs` from src/policy. Do not edit. -->',
    '# The rulebook',
    `${rulebook.rules.length} dated rules about what a partner in Microsoft’s Cloud Solution Provider programme may do, each with the documents it rests on. Facts come from Microsoft’s public documentation as it was read; the wording is ours. It is not legal advice.`,
    'Every rule is a gate, unless it says “told when nothing refuses”. All gates that hold are collected; if none refuses, so are the consequences. The verdict is the strictest of what was found: a refusal, a question for a person, a warning, or nothing. Information never changes it. Days count in UTC, and both ends of a period belong to it.',
    'Next steps follow from the verdict: after a refusal only what the refusing rules ask for; for a review what the reviewed rules ask for; otherwise what the warnings ask for and the path of the flow.',
    '## Contents',
    list([
      ...Object.entries(chapters).map(
        ([chapter, rules], index) =>
          `${index + 1}. ${titles[chapter][0]}: ${rules.map(({ id }) => `[${id}](#${id.toLowerCase()})`).join(' ')}`,
      ),
      '[Editions](#editions) · [Where the pages disagree](#where-the-pages-disagree) · [The path of a permitted flow](#the-path-of-a-permitted-flow) · [Next steps](#next-steps) · [Sources](#sources)',
    ]),
    ...parts,
    '## Editions',
    list(editions.map(({ id, from, changes }) => `**${id}**, ${dayText(from)}: ${changes}`)),
    '## Where the pages disagree',
    ...Object.keys(contradictions).map(contradictionText),
    '## The path of a permitted flow',
    'Told with a plain yes or a yes with conditions, beside what the warnings ask for.',
    pathText(),
    '## Next steps',
    'In the order in which they are told.',
    list(nextSteps.map((code) => `**${code}**: ${say(`next.${code}`)}`)),
    '## Sources',
    'The states of each document that were read. Text that is only known from a machine translation is marked in every answer.',
    list(Object.entries(sources).map(sourceText)),
  ].join('\n\n');
};

const fingerprint = () => {
  const hash = createHash('sha256').update(canonicalText(rulebook.rules)).digest('hex');
  return `// Written by \`npm run docs\`: the hash of all that decides. A test compares it with the rules.\nexport const FINGERPRINT = 'sha256:${hash}';\n`;
};

const code = (name) => `\`${name}\``;
const codes = (names) => names.map(code).join(', ');
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const linesOf = (kind) => Object.entries(transitionsOf(kind));
/** Mermaid takes no hyphen in a name. */
const state = (status) => (status === null ? '[*]' : status.replaceAll('-', '_'));

/** What the table allows and an example shows: a line says from where and to where, and not every pair of them happens. */
const arrowsOf = (kind, statuses) => {
  const happens = new Set(
    examples[kind].flat().map(({ before, event, after }) => [event.type, before?.status ?? null, after.status].join()),
  );
  const arrows = [null, ...statuses].flatMap((from) =>
    statuses
      .filter((to) => to !== from)
      .map((to) => ({ from, to, types: linesOf(kind).map(([type]) => type) }))
      .map(({ types, ...ends }) => ({ ...ends, types: types.filter((type) => happens.has([type, from, ends.to].join())) })),
  );
  return arrows.filter(({ types }) => types.length > 0);
};

const statusesOf = (kind) => [...new Set(linesOf(kind).flatMap(([, { to }]) => to))];

const diagram = (kind) => {
  const statuses = statusesOf(kind);
  const arrows = arrowsOf(kind, statuses);
  const final = finalStatuses(transitionsOf(kind), statuses);
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...statuses.filter((status) => state(status) !== status).map((status) => `  ${state(status)}: ${status}`),
    ...arrows.map(({ from, to, types }) => `  ${state(from)} --> ${state(to)}: ${types.join(', ')}`),
    ...final.map((status) => `  ${state(status)} --> [*]`),
    '```',
  ].join('\n');
};

const stayingOf = (kind) => linesOf(kind).filter(([, line]) => staysPut(line));

const diagrams = () =>
  [
    '## What may become what',
    'A case goes by one table: an event that the table does not have for its status cannot happen. Every line has an example, everything that is not there a refusal ([docs/cases.md](docs/cases.md)).',
    ...kinds.flatMap((kind) => [
      `**${say(`kind.${kind}`)}**`,
      diagram(kind),
      `The status stays as it is with ${codes(stayingOf(kind).map(([type]) => type))}.`,
    ]),
  ].join('\n\n');

const fromText = ({ from }, kind) => {
  if (from.length === statusesOf(kind).length) return 'everywhere';
  return from.map((status) => (status === null ? 'the beginning' : code(status))).join(', ');
};

/** What an event has set going in the examples. */
const effectsOf = (kind, type) => {
  const moments = examples[kind].flat().filter(({ event }) => event.type === type);
  return [...new Set(moments.flatMap(({ effects }) => effects.map((effect) => effect.kind)))];
};

/** Where the ladder goes on after its last step, by the clock itself: the next two are said too. */
const ladderText = (name) => {
  const steps = rhythm.ladders[name];
  const from = instant(0);
  const beyond = [steps.length, steps.length + 1].map((taken) => rhythm.nextStep(steps, from, taken));
  if (beyond.includes(null)) return steps.join(', ');
  return `${[...steps, ...beyond.map((at) => wholeDaysBetween(from, at))].join(', ')} and so on`;
};

const ladderRows = [
  ['approvers', 'whoever is to agree'],
  ['requester', 'whoever asked, while a question is open'],
  ['customer', 'the customer, while an invitation is'],
  ['otherPartner', 'the other partner, through the customer, while a transfer is'],
  ['itemOwners', 'for things on a checklist, from the day after the first was due'],
  ['stuck', 'whoever asked and the operator, while a case is stuck'],
].map(([name, whom]) => [whom, ladderText(name)]);

const days = [
  ['the operator is told of a request that nobody decides', `${rhythm.ESCALATE_AFTER_DAYS} days`],
  ['a request lapses', `${rhythm.REQUEST_LAPSES_AFTER_DAYS} days`],
  ['an invitation lapses', `${rhythm.INVITATION_LAPSES_AFTER_DAYS} days`],
  ['questions to a customer lapse', `${rhythm.QUESTIONS_LAPSE_AFTER_DAYS} days`],
  ['either is said to lapse, to the customer and to whoever asked', `${rhythm.LAPSE_WARNING_DAYS.join(', ')} days before`],
  ['a transfer expires, where the service does not say when', `${rhythm.TRANSFER_EXPIRES_AFTER_DAYS} days`],
  ['a request on paper expires', `${rhythm.PAPER_EXPIRES_AFTER_DAYS} days`],
  ['a move counts as slow', `${rhythm.MOVE_IS_SLOW_AFTER_MINUTES} minutes`],
  ['a move is a matter for Microsoft', `${rhythm.ASK_MICROSOFT_AFTER_DAYS} days`],
  ['the end of a relationship is announced', `${rhythm.ANNOUNCE_DAYS.join(', ')} days before`],
];

const casebook = () =>
  [
    '<!-- Written by `npm run docs` from src/cases and its examples. Do not edit. -->',
    '# What may become what',
    'One table per kind of case. What is not in it cannot happen. The last column says which kinds of effects an event has set going in the examples of `test/cases/lives`; some only in some clouds, or for some proposals.',
    ...kinds.flatMap((kind) => [
      `## ${say(`kind.${kind}`)}`,
      table(
        ['Event', 'From', 'To', 'Sets going'],
        linesOf(kind).map(([type, line]) => [
          code(type),
          fromText(line, kind),
          staysPut(line) ? 'the same' : codes(line.to),
          codes(effectsOf(kind, type)) || 'nothing',
        ]),
      ),
    ]),
    '## Reminders',
    'After how many days somebody is asked again, counted from when the case began to wait. What was missed is made up for once. A customer is written to in its working hours, wherever it is; while its reminders are paused, not at all.',
    table(['Who', 'Days'], ladderRows),
    '## Other deadlines',
    table(['What', 'After'], days),
  ].join('\n\n');

/** A page written by hand, with the part between its marks written anew. */
const between = (name, mark, content) => {
  const marks = [`<!-- ${mark}: written by npm run docs -->`, `<!-- /${mark} -->`];
  const [before, , after] = readFileSync(at(name), 'utf8').split(new RegExp(`(${marks[0]}[^]*${marks[1]})`));
  if (after === undefined) throw new Error(`${name} has lost its marks: ${marks.join(' … ')}`);
  return [before, marks[0], '\n\n', content, '\n\n', marks[1], after].join('');
};

const check = process.argv.includes('--check');
const stale = [];
const write = async (name, content) => {
  const pretty = await format(content, { ...(await resolveConfig(at(name).pathname)), filepath: name });
  if (existsSync(at(name)) && readFileSync(at(name), 'utf8') === pretty) return;
  if (check) stale.push(name);
  else writeFileSync(at(name), pretty);
};

await write('src/policy/fingerprint.ts', fingerprint());
await write('docs/rulebook.md', book());
await write('docs/cases.md', casebook());
await write('README.md', between('README.md', 'cases', diagrams()));
await write('docs/agent.md', between('docs/agent.md', 'words', commandWords()));
for (const [name, content] of manifestFiles()) await write(name, content);

if (stale.length > 0) {
  console.error(`Not what the code says any more: ${stale.join(', ')}. Run \`npm run docs\` and commit the result.`);
  process.exit(1);
}
