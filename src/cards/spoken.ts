import type { ScreenName, Shown } from './screens.ts';

/** What a card says in a sentence, to whom it is read aloud. */
export const spoken: { readonly [N in ScreenName]: (data: Shown<N>) => readonly (string | null)[] } = {
  home: ({ greeting }) => [greeting],
  notice: ({ title, lines }) => [title, lines[0] ?? null],
  cases: ({ rows }) => rows.slice(0, 3).map(({ customer, status }) => `${customer}, ${status}`),
  refused: ({ customer, why }) => [customer, why],
  failed: ({ why }) => [why],
  rule: ({ id, says }) => [id, says],
  verdict: ({ customer, lead }) => [customer, lead],
  'request-admin/customer': ({ customer, step, problem }) => [customer, step, problem],
  'request-admin/relationship': ({ customer, step, problem }) => [customer, step, problem],
  'request-admin/roles': ({ customer, step, problem }) => [customer, step, problem],
  'request-admin/told': ({ customer, step, problem }) => [customer, step, problem],
  'request-admin/letter': ({ customer, step, problem }) => [customer, step, problem],
  'request-admin/review': ({ customer, step, problem, judged }) => [customer, step, problem, judged.verdict],
  case: ({ customer, kind, status, lead, note }) => [note, customer, kind, status, lead],
};
