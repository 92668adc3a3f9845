import type { CaseEvent } from '../../cases/case.ts';
import { plain } from '../../languages/speak.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Dossier } from './dossier.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Names and words in a history were typed by anybody. */
const escaped = (text: string): string => plain(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** A value from inside, line by line: `gdap.durationDays: 180`. */
const lines = (name: string, value: unknown): string[] => {
  if (value === null || value === '' || value === undefined) return [];
  if (typeof value === 'string') return [`${name}: ${value}`];
  if (typeof value !== 'object') return [`${name}: ${JSON.stringify(value)}`];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return [`${name}: ${value.join(', ')}`];
  return Object.entries(value).flatMap(([key, inner]) => lines(name === '' ? key : `${name}.${key}`, inner));
};

/** Told elsewhere on the page, or as sentences. */
const toldElsewhere = new Set(['type', 'at', 'actor', 'decisions', 'asks', 'proposal', 'kind', 'id', 'requester']);

const details = (event: CaseEvent): string[] =>
  Object.entries(event).flatMap(([name, value]) => (toldElsewhere.has(name) ? [] : lines(name, value)));

const paragraphs = (all: readonly string[]): string => all.map((line) => `<p>${escaped(line)}</p>`).join('');

/** To the second, and said to be UTC. */
const time = (at: string): string =>
  `<time datetime="${escaped(at)}">${escaped(at.slice(0, 10))}<br>${escaped(at.slice(11, 19))} UTC</time>`;

const decisionHtml = ({ flow, about, verdict, rulesOf, findings }: Dossier['records'][number]['decisions'][number]): string => `
<details open><summary><b>${escaped(verdict)}</b>: ${escaped(flow)}${about === null ? '' : ` (${escaped(about)})`}</summary>
<ul>${findings
  .map(
    ({ rule, says, sources }) =>
      `<li><b>${escaped(rule)}</b> ${escaped(says)}<ul>${sources.map((source) => `<li>${escaped(source)}</li>`).join('')}</ul></li>`,
  )
  .join('')}</ul><small>Decided by the rules of ${escaped(rulesOf)}</small></details>`;

const proposalHtml = (event: CaseEvent): string =>
  'proposal' in event ? `<details open><summary>The proposal</summary>${paragraphs(lines('', event.proposal))}</details>` : '';

const recordHtml = ({ seq, event, who, decisions, hash }: Dossier['records'][number]): string => `
<tr><td>${seq}</td><td>${time(event.at)}</td><td><b>${escaped(event.type.replaceAll('-', ' '))}</b>, by ${escaped(who)}
${paragraphs(details(event))}${proposalHtml(event)}${decisions.map(decisionHtml).join('')}<code>${hash}</code></td></tr>`;

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff;
overflow-wrap:anywhere}table{border-collapse:collapse;width:100%;table-layout:fixed}td{border-top:1px solid #ccc;padding:.6rem .5rem;
vertical-align:top}td:first-child{font-weight:700;width:2.5rem}td:nth-child(2){width:7.5rem}p{margin:.2rem 0}details{margin:.4rem 0}
code{font-size:.75rem;color:#555}.bad{background:#fdd;padding:.5rem 1rem}.good{background:#e3f4e3;padding:.5rem 1rem}
@media print{tr{break-inside:avoid}}`;

/** One page without anything from elsewhere: it can be printed, sent, and read in ten years. */
export const dossierHtml = (dossier: Dossier, { language, sayKey }: Speaker): string => {
  const { id, customer, requester, status, kind } = dossier.case;
  const proof = dossier.flaw
    ? `<p class="bad"><b>This history cannot be believed.</b> ${dossier.flaw.seq === null ? '' : `Record ${dossier.flaw.seq}: `}${escaped(dossier.flaw.why)}.</p>`
    : `<p class="good">Every record is as it was written and follows from the one before it. Last hash: <code>${dossier.head}</code></p>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(id)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(id)}</h1>
<p>${escaped(sayKey(`kind.${kind}`))} · ${escaped(customer.name)} · ${escaped(sayKey(`status.${status}`))} · asked for by ${escaped(requester.name || requester.id)}</p>
${proof}
<table>${dossier.records.map(recordHtml).join('')}</table>
<p>How to check: each record’s hash is the SHA-256 of its text in the JSON form of this file (<code>handshake audit case ${escaped(id)} --json</code>); the text names the hash before it, and holds “personal:” and the SHA-256 of salt and value where a person stood.</p>
</body></html>`;
};
