import type * as z from 'zod';
import type { Case } from './case.ts';
import type { Decided } from './decided.ts';
import { canonical } from './digest.ts';
import { gdapIn } from './seen-before.ts';
import type { Said, Seen } from './seen-before.ts';

type Verdict = Decided['verdict'];
interface Question {
  readonly flow: Decided['flow'];
  readonly about: string | null;
}
type Sentence = z.infer<typeof Said>;

/** One thing that is another than it was. Where it does not say how, the case as it stands does. */
export type Difference =
  | { readonly what: 'wish' | 'purpose' | 'reseller' | 'partner' | 'belongings' | 'paragraph' | 'address' | 'customer' | 'other' }
  | { readonly what: 'roles'; readonly change: 'added' | 'removed'; readonly roles: readonly string[] }
  | { readonly what: 'approval'; readonly people: number; readonly roles: Seen['approval']['roles'] }
  | { readonly what: 'days'; readonly before: number; readonly now: number }
  | { readonly what: 'extends'; readonly now: boolean }
  | { readonly what: 'procedure'; readonly before: string | null; readonly now: string | null }
  | { readonly what: 'subjects'; readonly change: 'added' | 'removed' | 'changed'; readonly names: readonly string[] }
  | { readonly what: 'told'; readonly paths: readonly string[] }
  | ({ readonly what: 'verdict'; readonly before: Verdict | null; readonly now: Verdict | null } & Question)
  | ({ readonly what: 'finding'; readonly change: 'new' | 'gone' | 'changed'; readonly about: string | null } & Sentence);

const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

type Gdap = NonNullable<Seen['gdap']>;

const roleDifferences = (before: Gdap, now: Gdap): Difference[] => {
  const added = now.roles.filter((role) => !before.roles.includes(role));
  const removed = before.roles.filter((role) => !now.roles.includes(role));
  return [
    ...(added.length > 0 ? [{ what: 'roles', change: 'added', roles: added } as const] : []),
    ...(removed.length > 0 ? [{ what: 'roles', change: 'removed', roles: removed } as const] : []),
  ];
};

/** Where there was none, or is none any more, the wish is another one, and says so. */
const gdapDifferences = (before: Seen['gdap'], now: Seen['gdap']): Difference[] => {
  if (before === null || now === null) return [];
  return [
    ...roleDifferences(before, now),
    ...(before.days === now.days ? [] : [{ what: 'days', before: before.days, now: now.days } as const]),
    ...(before.extends === now.extends ? [] : [{ what: 'extends', now: now.extends } as const]),
    ...(before.purpose === now.purpose ? [] : [{ what: 'purpose' } as const]),
  ];
};

const subjectDifferences = (before: Seen['subjects'], now: Seen['subjects']): Difference[] => {
  const lacks = (some: Seen['subjects'], one: { readonly id: string }) => !some.some(({ id }) => id === one.id);
  const changes = {
    added: now.filter((one) => lacks(before, one)),
    removed: before.filter((one) => lacks(now, one)),
    changed: now.filter((one) => before.some(({ id, mark: former }) => id === one.id && former !== one.mark)),
  };
  return (['added', 'removed', 'changed'] as const).flatMap((change) =>
    changes[change].length === 0 ? [] : [{ what: 'subjects', change, names: changes[change].map(({ name }) => name) } as const],
  );
};

const toldDifferences = (before: Seen['told'], now: Seen['told']): Difference[] => {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((path) => before[path] !== now[path]);
  return paths.length === 0 ? [] : [{ what: 'told', paths }];
};

const marks = ['reseller', 'partner', 'belongings', 'paragraph', 'address', 'customer'] as const;

/** Whether there is a reseller tie at all is said by the wish. */
const markDifferences = (before: Seen, now: Seen): Difference[] =>
  marks.flatMap((what) => (before[what] === now[what] || (what === 'reseller' && before.wish !== now.wish) ? [] : [{ what }]));

const termDifferences = (before: Seen, now: Seen): Difference[] => [
  ...(before.wish === now.wish ? [] : [{ what: 'wish' } as const]),
  ...gdapDifferences(before.gdap, now.gdap),
  ...(before.procedure === now.procedure ? [] : [{ what: 'procedure', before: before.procedure, now: now.procedure } as const]),
  ...subjectDifferences(before.subjects, now.subjects),
  ...markDifferences(before, now),
  ...toldDifferences(before.told, now.told),
];

type Judged = Seen['decisions'][number];

/** A rule may speak several times in one decision; what reads the same is the same. */
const findingDifferences = (about: string | null, before: Judged['findings'], now: Judged['findings']): Difference[] => {
  const gone = before.filter((one) => !now.some((other) => same(one, other)));
  const come = now.filter((one) => !before.some((other) => same(one, other)));
  const isIn = (some: readonly Sentence[], { rule }: Sentence) => some.some((one) => one.rule === rule);
  return [
    ...come.map((one) => ({ what: 'finding', change: isIn(gone, one) ? 'changed' : 'new', about, ...one }) as const),
    ...gone.filter((one) => !isIn(come, one)).map((one) => ({ what: 'finding', change: 'gone', about, ...one }) as const),
  ];
};

const isOf =
  ({ flow, about }: Question) =>
  (other: Question): boolean =>
    flow === other.flow && about === other.about;

/** What is no longer asked says nothing any more either. */
const decisionDifferences = (before: Seen['decisions'], now: Seen['decisions']): Difference[] => {
  const questions = [...now, ...before.filter((one) => !now.some(isOf(one)))];
  return questions.flatMap(({ flow, about }) => {
    const [former, latter] = [before.find(isOf({ flow, about })), now.find(isOf({ flow, about }))];
    const [was, is] = [former?.verdict ?? null, latter?.verdict ?? null];
    return [
      ...(was === is ? [] : [{ what: 'verdict', flow, about, before: was, now: is } as const]),
      ...(latter === undefined ? [] : findingDifferences(about, former?.findings ?? [], latter.findings)),
    ];
  });
};

/** What has changed between two looks at one case; nothing exactly where a decision about the one counts for the other. */
export const differencesBetween = (before: Seen, now: Seen): Difference[] => {
  if (before.digest === now.digest) return [];
  const differences = [
    ...termDifferences(before, now),
    ...decisionDifferences(before.decisions, now.decisions),
    ...(same(before.approval, now.approval) ? [] : [{ what: 'approval', ...now.approval } as const]),
  ];
  return differences.length > 0 ? differences : [{ what: 'other' }];
};

/** What is asked for instead of the relationship that it renews. */
export const renewalDifferences = (renewed: Case, renewal: Case): Difference[] =>
  gdapDifferences(gdapIn(renewed.proposal), gdapIn(renewal.proposal)).filter(({ what }) => what === 'roles' || what === 'days');
