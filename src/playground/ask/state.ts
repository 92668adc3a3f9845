import { Cloud, Day, dayText, Flow, parseSituation } from '../../policy/index.ts';
import type { FactPath, Situation } from '../../policy/index.ts';
import { languages } from '../../languages/speak.ts';
import type { Language } from '../../languages/speak.ts';
import usual from './usual.json' with { type: 'json' };

/** What was asked: only the answers that differ from the usual case are kept, and the address of the page holds them. */
export interface State {
  readonly language: Language;
  readonly flow: Flow;
  readonly cloud: Cloud;
  readonly asOf: Day;
  readonly changed: ReadonlyMap<FactPath, unknown>;
}

type Json = Record<string, unknown>;

const lookUp = (facts: unknown, path: FactPath): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Json | undefined)?.[key], facts);

/** The answer that the form is filled in with: that of the flow, else that of every flow. */
export const usualAnswer = (flow: Flow, path: FactPath): unknown => {
  const inFlow = lookUp((usual.defaultsByFlow as Partial<Record<Flow, Json>>)[flow], path);
  return inFlow === undefined ? lookUp(usual.defaults, path) : inFlow;
};

export const answerTo = ({ flow, changed }: State, path: FactPath): unknown =>
  changed.has(path) ? changed.get(path) : usualAnswer(flow, path);

/** The situation as the core wants it; throws its input error where an answer cannot be understood. */
export const situationOf = (state: State, needs: readonly FactPath[]): Situation => {
  const facts: Json = {};
  for (const path of needs) {
    const [group = '', leaf] = path.split('.');
    const answer = answerTo(state, path);
    if (leaf === undefined) facts[group] = answer;
    else facts[group] = { ...(facts[group] as Json | undefined), [leaf]: answer };
  }
  return parseSituation({ flow: state.flow, cloud: state.cloud, asOf: dayText(state.asOf), facts });
};

/** The state as the part of the address behind `#`, and back; whatever the address says that makes no sense is left out. */
export const toAddress = ({ language, flow, cloud, asOf, changed }: State): string => {
  const parts = new URLSearchParams({ lang: language, flow, cloud, on: dayText(asOf) });
  for (const [path, answer] of changed) parts.append(path, JSON.stringify(answer));
  return parts.toString();
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

export const fromAddress = (address: string, fallback: State, known: ReadonlySet<string>): State => {
  const parts = new URLSearchParams(address);
  const on = Day.safeParse(parts.get('on'));
  return {
    language: languages.find((language) => language === parts.get('lang')) ?? fallback.language,
    flow: Flow.safeParse(parts.get('flow')).data ?? fallback.flow,
    cloud: Cloud.safeParse(parts.get('cloud')).data ?? fallback.cloud,
    asOf: on.success ? on.data : fallback.asOf,
    changed: new Map([...parts].filter(([name]) => known.has(name)).map(([name, text]) => [name as FactPath, parsed(text)])),
  };
};
