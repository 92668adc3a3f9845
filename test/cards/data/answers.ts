import type { Speaker } from '../../../src/languages/speak.ts';
import type { Examples } from './examples.ts';
import { button, judgedBy, judgedByAll, word } from './pieces.ts';
import type { Word } from './pieces.ts';

const homeButtons = (speaker: Speaker) => [
  button('request', 'say', speaker, { tone: 'positive' }),
  button('check', 'say', speaker),
  button('cases', 'say', speaker),
];

const entry = (title: Word, typed: string, speaker: Speaker) => ({
  title: word(title, speaker),
  hint: word('hint', speaker),
  typed,
});

const statuses = [
  ['awaiting-approval', 'warning', 'approve'],
  ['awaiting-customer', 'accent', 'who'],
  ['active', 'good', null],
  ['declined', 'attention', null],
  ['ended', 'default', null],
] as const;

const row = (index: number, speaker: Speaker) => {
  const [status, tone, waitsFor] = statuses[index % statuses.length] ?? statuses[0];
  return {
    id: `AR-2Q7K-${10 + index}`,
    customer:
      ['Contoso Werke AG', 'Tailspin Toys S.r.l.', '东风示例有限公司', 'ООО «Пример»', 'Municipalidad de Ejemplo'][index % 5] ?? '',
    kind: speaker.say('kind.admin-relationship'),
    status: speaker.say(`status.${status}`),
    tone,
    age: speaker.date('2026-02-03'),
    waitsFor: waitsFor && word(waitsFor, speaker),
    due: index % 3 === 0 ? word('until', speaker) : null,
    dueTone: index % 2 === 0 ? ('attention' as const) : ('default' as const),
  };
};

const bars = [
  ['awaiting-approval', 'categoricalBlue', 'accent', 5],
  ['stuck', 'attention', 'attention', 2],
  ['active', 'good', 'good', 1],
  ['ended', 'neutral', 'emphasis', 0],
] as const;

const chart = (speaker: Speaker) => {
  const drawn = bars.map(([status, color, style, count]) => {
    const name = speaker.say(`status.${status}`);
    const share = Math.max(1, Math.min(99, count * 19));
    return { name, count, label: speaker.say('board.bar', { status: name, count }), color, style, share, rest: 100 - share };
  });
  return { title: speaker.say('board.chart'), summary: speaker.list(drawn.map(({ label }) => label)), bars: drawn };
};

export const answers: Pick<Examples, 'home' | 'notice' | 'cases' | 'customer' | 'refused' | 'failed' | 'rule'> = {
  home: {
    everything: (speaker) => ({
      greeting: word('greeting', speaker),
      entries: [
        entry('request', 'request admin contoso.example', speaker),
        entry('check', 'check contoso.example', speaker),
        entry('cases', 'cases', speaker),
      ],
      others: [entry('cancel', 'cancel', speaker)],
      buttons: homeButtons(speaker),
    }),
    'no entries': (speaker) => ({ greeting: word('greeting', speaker), entries: [], others: [], buttons: [] }),
  },
  notice: {
    done: (speaker) => ({
      title: speaker.say('status.done'),
      tone: 'good',
      lines: [word('lead', speaker)],
      facts: [
        { name: word('who', speaker), value: 'Ana Ruiz' },
        { name: word('until', speaker), value: speaker.date('2026-05-01') },
      ],
      buttons: [button('cases', 'say', speaker)],
    }),
    bare: (speaker) => ({ title: word('cancel', speaker), tone: 'default', lines: [], facts: [], buttons: [] }),
  },
  cases: {
    some: (speaker) => ({
      lead: null,
      chart: chart(speaker),
      rows: [0, 1, 2, 3, 4].map((index) => row(index, speaker)),
      more: null,
      buttons: homeButtons(speaker),
    }),
    many: (speaker) => ({
      lead: word('lead', speaker),
      chart: chart(speaker),
      rows: Array.from({ length: 15 }, (_, index) => row(index, speaker)),
      more: word('cases', speaker),
      buttons: homeButtons(speaker),
    }),
    none: (speaker) => ({ lead: null, chart: null, rows: [], more: null, buttons: homeButtons(speaker) }),
  },
  customer: {
    'with cases': (speaker) => ({
      name: 'Contoso Werke AG',
      domain: 'contoso.example',
      ours: word('lead', speaker),
      checked: [word('until', speaker), word('lead', speaker)],
      cases: [0, 1, 2].map((index) => {
        const { id, kind, status, tone } = row(index, speaker);
        return { id, kind, status, tone };
      }),
      count: speaker.say('customer.open-cases', { count: 3 }),
      buttons: [button('check', 'say', speaker), button('cases', 'say', speaker)],
    }),
    'by name only': (speaker) => ({
      name: '东风示例有限公司',
      domain: null,
      ours: null,
      checked: [],
      cases: [],
      count: speaker.say('customer.open-cases', { count: 0 }),
      buttons: [button('cases', 'say', speaker)],
    }),
  },
  refused: {
    'by a rule': (speaker) => ({
      customer: 'Contoso Werke AG',
      why: judgedBy('G-031', speaker).findings[0]?.says ?? '–',
      judged: judgedBy('G-031', speaker),
      buttons: [button('check', 'say', speaker, { tone: 'positive' })],
    }),
    'before any rule': (speaker) => ({ customer: null, why: word('tooLate', speaker), judged: null, buttons: [] }),
    'by far too many rules': (speaker) => ({
      customer: 'Contoso Werke AG',
      why: word('problem', speaker),
      judged: judgedByAll(speaker),
      buttons: homeButtons(speaker),
    }),
  },
  failed: {
    outage: (speaker) => ({
      why: word('outage', speaker),
      reference: '7f3a-20c1-b9',
      buttons: [{ ...button('next', 'say', speaker, { tone: 'positive' }), id: 'case AR-2Q7K-9M' }],
    }),
    'no reference': (speaker) => ({ why: word('outage', speaker), reference: null, buttons: [] }),
  },
  rule: {
    'with sources': (speaker) => ({
      id: 'R-XFER-30D-EXPIRY',
      says: speaker.statement('rule.R-XFER-30D-EXPIRY'),
      facts: [{ name: word('until', speaker), value: speaker.date('2026-05-01') }],
      sources: judgedBy('G-003', speaker).findings.flatMap(({ sources }) => sources),
      disagree: judgedBy('G-010', speaker).findings.flatMap(({ disagree }) => disagree),
      buttons: [],
    }),
    bare: (speaker) => ({ id: 'H-MAY-ASK', says: word('lead', speaker), facts: [], sources: [], disagree: [], buttons: [] }),
  },
};
