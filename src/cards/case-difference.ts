import type { Case } from '../cases/case.ts';
import { differencesBetween, renewalDifferences } from '../cases/difference.ts';
import type { Difference } from '../cases/difference.ts';
import { seenIn } from '../cases/seen-before.ts';
import type { Seen } from '../cases/seen-before.ts';
import { plain } from '../languages/speak.ts';
import type { Speaker } from '../languages/speak.ts';
import { letterOf, roleInWords, wishOf } from './case-wish.ts';
import { saidOr, shown } from './shown.ts';

/** What a case is compared with: as this viewer had it before them last, or the case whose relationship it renews. */
export type Compared = { readonly with: 'seen'; readonly seen: Seen } | { readonly with: 'renewed'; readonly renewed: Case };

type One<W extends Difference['what']> = Extract<Difference, { what: W }>;

interface Telling {
  readonly current: Case;
  readonly speaker: Speaker;
}

const MOST_NAMED = 12;

const keys = {
  roles: { added: 'difference.roles.added', removed: 'difference.roles.removed' },
  subjects: {
    added: 'difference.subjects.added',
    removed: 'difference.subjects.removed',
    changed: 'difference.subjects.changed',
  },
  finding: { new: 'difference.finding.new', gone: 'difference.finding.gone', changed: 'difference.finding.changed' },
} as const;

/** Each of them is explained, so that an “and” between them would be read as part of that. */
const rolesListed = (roles: readonly string[], speaker: Speaker): string => {
  const more = roles.length - MOST_NAMED;
  const named = roles.slice(0, more > 1 ? MOST_NAMED : roles.length).map((role) => roleInWords(role, speaker));
  return [...named, ...(more > 1 ? [speaker.say('case.andMore', { count: more })] : [])].join('; ');
};

/** The first of many, and how many more. */
const listed = (all: readonly string[], { list, say }: Speaker): string => {
  const more = all.length - MOST_NAMED;
  return more > 1 ? list([...all.slice(0, MOST_NAMED), say('case.andMore', { count: more })]) : list(all);
};

const nameIn =
  ({ proposal }: Case) =>
  (item: string): string =>
    ('subjects' in proposal ? proposal.subjects.find(({ id }) => id === item)?.name : undefined) ?? item;

/** Of an item it is said of which. */
const ofItem = (says: string, about: string | null, { current, speaker }: Telling): string =>
  about === null ? says : speaker.say('case.findingAbout', { says, items: shown(nameIn(current)(about), 100) });

const partnerLine = ({ current: { proposal }, speaker: { say } }: Telling): string => {
  const fellow = proposal.wants === 'invite' ? (proposal.reseller?.fellow ?? null) : null;
  const partner = 'otherPartner' in proposal ? proposal.otherPartner : fellow;
  return partner === null ? say('difference.noPartner') : say('difference.partner', { partner: shown(partner.name, 200) });
};

const procedureLine = ({ before, now }: One<'procedure'>, { current, speaker }: Telling): string =>
  before === null || now === null
    ? speaker.say('difference.wish', { wish: wishOf(current.proposal, speaker) })
    : speaker.say('difference.procedure', { now: { label: `procedure.${now}` }, before: { label: `procedure.${before}` } });

const daysLine = ({ before, now }: One<'days'>, { speaker: { say } }: Telling): string =>
  say('difference.days', { now: say('case.days', { days: now }), before: say('case.days', { days: before }) });

const verdictLine = ({ flow, about, before, now }: One<'verdict'>, telling: Telling): string => {
  const { say } = telling.speaker;
  const values = { flow: { label: `flow.${flow}` }, now: { label: `verdict.${now ?? ''}` } };
  if (now === null) return ofItem(say('difference.verdict.gone', { flow: values.flow }), about, telling);
  if (before === null) return ofItem(say('difference.verdict.new', values), about, telling);
  return ofItem(say('difference.verdict.changed', { ...values, before: { label: `verdict.${before}` } }), about, telling);
};

const findingLine = ({ change, rule, says, about }: One<'finding'>, telling: Telling): string => {
  const { speaker } = telling;
  const sentence = saidOr(speaker, says, () => speaker.say('case.retired', { rule }));
  return speaker.say(keys.finding[change], { says: ofItem(sentence, about, telling) });
};

const toldLine = ({ paths }: One<'told'>, { speaker }: Telling): string =>
  speaker.say('difference.told', {
    questions: listed(
      paths.map((path) => saidOr(speaker, { key: `fact.${path}`, values: {} }, () => shown(path, 100))),
      speaker,
    ),
  });

const lines: { readonly [W in Difference['what']]: (one: One<W>, telling: Telling) => string } = {
  wish: (_, { current, speaker }) => speaker.say('difference.wish', { wish: wishOf(current.proposal, speaker) }),
  purpose: (_, { speaker }) => speaker.say('difference.purpose'),
  reseller: (_, { speaker }) => speaker.say('difference.reseller'),
  partner: (_, telling) => partnerLine(telling),
  belongings: (_, { speaker }) => speaker.say('difference.belongings'),
  paragraph: (_, { speaker }) => speaker.say('difference.paragraph'),
  address: (_, { current, speaker }) => speaker.say('difference.letter', { to: letterOf(current.customer, speaker) }),
  customer: (_, { speaker }) => speaker.say('difference.customer'),
  other: (_, { speaker }) => speaker.say('difference.other'),
  roles: ({ change, roles }, { speaker }) => speaker.say(keys.roles[change], { roles: rolesListed(roles, speaker) }),
  approval: ({ people, roles }, { speaker: { say } }) =>
    roles.length === 0
      ? say('difference.nobodyApproves')
      : say('difference.approval', { people, roles: { labels: roles.map((role) => `value.actor.role.${role}`) } }),
  days: daysLine,
  extends: ({ now }, { speaker }) => speaker.say(now ? 'difference.extends.on' : 'difference.extends.off'),
  procedure: procedureLine,
  subjects: ({ change, names }, { speaker }) =>
    speaker.say(keys.subjects[change], {
      items: listed(
        names.map((name) => shown(name, 80)),
        speaker,
      ),
    }),
  told: toldLine,
  verdict: verdictLine,
  finding: findingLine,
};

const inLines = (differences: readonly Difference[], telling: Telling): string[] => {
  const said = [...new Set(differences.map((one) => lines[one.what](one as never, telling)))].filter((line) => plain(line) !== '');
  const more = said.length - MOST_NAMED;
  return more > 1 ? [...said.slice(0, MOST_NAMED), telling.speaker.say('case.andMore', { count: more })] : said;
};

/** What a decider has to look at again, and what it is compared with. */
export const changedIn = (
  compared: Compared | null,
  telling: Telling,
): { readonly changed: string[]; readonly changedTitle: string } => {
  const { current, speaker } = telling;
  if (compared === null) return { changed: [], changedTitle: '' };
  if (compared.with === 'seen')
    return {
      changed: inLines(differencesBetween(compared.seen, seenIn(current)), telling),
      changedTitle: speaker.say('difference.since'),
    };
  const changed = inLines(renewalDifferences(compared.renewed, current), telling);
  return {
    changed: changed.length > 0 ? changed : [speaker.say('difference.renewal.same')],
    changedTitle: speaker.say('difference.renewal.title'),
  };
};
