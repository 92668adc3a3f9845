import type { ScreenName, Shown } from './screens.ts';

/** What a card says in a sentence, to whom it is read aloud. */
export const spoken: { readonly [N in ScreenName]: (data: Shown<N>) => readonly (string | null)[] } = {
  home: ({ greeting }) => [greeting],
  notice: ({ title, lines }) => [title, lines[0] ?? null],
  cases: ({ lead, chart, rows }) => [
    lead,
    chart?.summary ?? null,
    ...rows.slice(0, 3).map(({ customer, status }) => `${customer}, ${status}`),
  ],
  customer: ({ name, count }) => [name, count],
  refused: ({ customer, why }) => [customer, why],
  failed: ({ why }) => [why],
  rule: ({ id, says }) => [id, says],
  'wizard/customer': ({ title, customer, step, problem }) => [title, customer, step, problem],
  'wizard/questions': ({ title, customer, step, problem }) => [title, customer, step, problem],
  'switch-azure/page': ({ title, customer, step, problem }) => [title, customer, step, problem],
  'wizard/letter': ({ title, customer, step, problem }) => [title, customer, step, problem],
  'wizard/review': ({ title, customer, step, problem, judged }) => [title, customer, step, problem, judged.verdict],
  'ask-customer/review': ({ title, customer, step, problem, lead }) => [title, customer, step, problem, lead],
  'request-admin/roles': ({ title, customer, step, problem }) => [title, customer, step, problem],
  'check-eligibility/subscriptions': ({ title, customer, step, problem }) => [title, customer, step, problem],
  'check-eligibility/verdict': ({ title, customer, problem, rows }) => [
    title,
    customer,
    problem,
    ...rows.slice(0, 3).flatMap(({ name, answers }) => [name, ...answers.map(({ about, word }) => `${about} ${word}`)]),
  ],
  'check-eligibility/kept': ({ customer, lead }) => [customer, lead],
  'end/consequences': ({ title, customer, step, problem, warning }) => [title, customer, step, problem, warning],
  'hand-out/items': ({ title, customer, step, problem, lead }) => [title, customer, step, problem, lead],
  'hand-out/review': ({ title, customer, step, problem, judged }) => [title, customer, step, problem, judged.verdict],
  case: ({ customer, kind, status, lead, note }) => [note, customer, kind, status, lead],
};
