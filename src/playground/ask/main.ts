import { html, render } from 'lit-html';
import { createSpeaker, languageNames, languages } from '../../languages/speak.ts';
import type { Catalogue, Language, Speaker } from '../../languages/speak.ts';
import { Cloud, day, dayText, decide, factTypes, Flow, InputError, rulebook } from '../../policy/index.ts';
import type { Day, FactPath } from '../../policy/index.ts';
import { answerView, overTimeView, problemView } from './answer-view.ts';
import { questions } from './form.ts';
import { overTime } from './over-time.ts';
import { fromAddress, situationOf, toAddress, usualAnswer } from './state.ts';
import type { State } from './state.ts';

const FIRST = day('2016-10-20');
const today = day(new Date().toISOString().slice(0, 10));
const LAST = Math.max(today, day('2026-12-31')) as Day;

const known = new Set<string>(factTypes.keys());
const DAY_MILLISECONDS = 86_400_000;
const start = Date.parse(dayText(FIRST));
const toNumber = (at: Day): number => Math.round((Date.parse(dayText(at)) - start) / DAY_MILLISECONDS);
const toDay = (number: number): Day => day(new Date(start + number * DAY_MILLISECONDS).toISOString().slice(0, 10));

const preferred = (): Language =>
  navigator.languages
    .map((tag) => languages.find((language) => language.split('-')[0] === tag.split('-')[0]))
    .find((one) => one !== undefined) ?? 'en';

const speakers = new Map<Language, Promise<Speaker>>();
const speakerOf = (language: Language): Promise<Speaker> => {
  const known =
    speakers.get(language) ??
    fetch(`/languages/${language}.json`).then(async (answer) => createSpeaker(language, (await answer.json()) as Catalogue));
  speakers.set(language, known);
  return known;
};

let state = fromAddress(
  location.hash.slice(1),
  { language: preferred(), flow: 'relationship_request', cloud: 'global', asOf: today, changed: new Map() },
  known,
);
let copied = false;

const change = (changes: Partial<State>): void => {
  state = { ...state, ...changes };
  copied = false;
  history.replaceState(null, '', `#${toAddress(state)}`);
  void show();
};

const tell = (path: FactPath, answer: unknown): void => {
  const changed = new Map(state.changed);
  if (JSON.stringify(answer) === JSON.stringify(usualAnswer(state.flow, path))) changed.delete(path);
  else changed.set(path, answer);
  change({ changed });
};

const picker = <T extends string>(
  id: string,
  text: string,
  options: readonly T[],
  chosen: T,
  name: (option: T) => string,
  choose: (option: T) => void,
) =>
  html`<label class="picker" for=${id}
    >${text}
    <select
      id=${id}
      @change=${(event: Event) => {
        const option = options[(event.target as HTMLSelectElement).selectedIndex];
        if (option !== undefined) choose(option);
      }}
    >
      ${options.map((option) => html`<option .selected=${option === chosen}>${name(option)}</option>`)}
    </select></label
  >`;

const daySlider = ({ say, date }: Speaker) =>
  html`<div class="day">
    <label for="day">${say('ask.day')} <output for="day">${date(dayText(state.asOf))}</output></label>
    <input
      id="day"
      type="range"
      min="0"
      max=${toNumber(LAST)}
      .value=${String(toNumber(state.asOf))}
      aria-valuetext=${date(dayText(state.asOf))}
      @input=${(event: Event) => {
        change({ asOf: toDay(Number((event.target as HTMLInputElement).value)) });
      }}
    />
    <span class="exact"
      ><input
        type="date"
        aria-label=${say('ask.day')}
        min=${dayText(FIRST)}
        max=${dayText(LAST)}
        .value=${dayText(state.asOf)}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLInputElement;
          if (value !== '') change({ asOf: day(value) });
        }}
      /><button
        type="button"
        @click=${() => {
          change({ asOf: today });
        }}
      >
        ${say('ask.today')}
      </button></span
    >
  </div>`;

const copy = async (): Promise<void> => {
  await navigator.clipboard.writeText(location.href);
  copied = true;
  await show();
};

const showAnswer = (): void => {
  document.querySelector<HTMLElement>('.answer')?.focus();
};

const answer = (needs: readonly FactPath[], speaker: Speaker) => {
  try {
    const situation = situationOf(state, needs);
    const go = (asOf: Day) => {
      change({ asOf });
    };
    const decision = decide(situation);
    return html`<button type="button" class="peek verdict ${decision.verdict}" @click=${showAnswer}>
        ${speaker.say(`verdict.${decision.verdict}`)} ↓
      </button>
      ${answerView(decision, speaker)}
      <h3>${speaker.say('ask.overTime')}</h3>
      <p class="hint">${speaker.say('ask.overTimeHint')}</p>
      ${overTimeView(overTime(situation, LAST), LAST, state.asOf, speaker, go)}`;
  } catch (error) {
    if (error instanceof InputError) return problemView(error, speaker);
    throw error;
  }
};

const show = async (): Promise<void> => {
  const speaker = await speakerOf(state.language);
  const { say } = speaker;
  const needs = rulebook.needs[state.flow];
  document.documentElement.lang = state.language;
  document.title = `${say('ask.title')} · Handshake`;
  const page = html`<header>
      <h1>${say('ask.title')}</h1>
      <p>${say('ask.lead')}</p>
      ${picker(
        'language',
        say('ask.language'),
        languages,
        state.language,
        (one) => languageNames[one],
        (language) => {
          change({ language });
        },
      )}
    </header>
    <main>
      <form
        @submit=${(event: Event) => {
          event.preventDefault();
        }}
      >
        ${picker(
          'flow',
          say('ask.undertaking'),
          Flow.options,
          state.flow,
          (flow) => say(`flow.${flow}`),
          (flow) => {
            change({ flow, changed: new Map() });
          },
        )}
        ${picker(
          'cloud',
          say('ask.cloud'),
          Cloud.options,
          state.cloud,
          (cloud) => say(`cloud.${cloud}`),
          (cloud) => {
            change({ cloud });
          },
        )}
        ${daySlider(speaker)}
        <h2>${say('ask.questions')}</h2>
        <p class="hint">
          ${say('ask.usual')}
          <button
            type="button"
            ?disabled=${state.changed.size === 0}
            @click=${() => {
              change({ changed: new Map() });
            }}
          >
            ${say('ask.reset')}
          </button>
        </p>
        ${questions(needs, state, speaker, tell)}
      </form>
      <section class="answer" aria-label=${say('ask.answer')} tabindex="-1">
        <h2>${say('ask.answer')}</h2>
        ${answer(needs, speaker)}
        <p class="links">
          <button type="button" @click=${copy}>${say(copied ? 'ask.copied' : 'ask.copy')}</button>
          <a href="/rulebook.md">${say('ask.rulebook')}</a>
        </p>
      </section>
    </main>`;
  render(page, document.body);
};

addEventListener('hashchange', () => {
  state = fromAddress(location.hash.slice(1), state, known);
  void show();
});
void show();
