import { html, render } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { languageNames, languages } from '../../languages/speak.ts';
import type { Speaker } from '../../languages/speak.ts';
import { Cloud, day, decide, factTypes, firstDays, Flow, InputError, rulebook } from '../../policy/index.ts';
import type { Day, FactPath } from '../../policy/index.ts';
import { loadSpeaker, preferredLanguage } from '../loader.ts';
import { answerView, overTimeView, problemView, tone } from './answer-view.ts';
import { daySlider } from './controls.ts';
import { questions } from './form.ts';
import { overTime } from './over-time.ts';
import { picker } from './picker.ts';
import { fromAddress, situationOf, toAddress, usualAnswer } from './state.ts';
import type { State } from './state.ts';

const first = Math.min(...Object.values(firstDays)) as Day;
const today = day(new Date().toISOString().slice(0, 10));
const last = Math.max(today, day('2026-12-31')) as Day;
const known = new Set<string>(factTypes.keys());

let state = fromAddress(
  location.hash.slice(1),
  { language: preferredLanguage(), flow: 'relationship_request', cloud: 'global', asOf: today, changed: new Map() },
  known,
);
let isCopied = false;

/** Browsers stop listening to those who rewrite the address on every step of a slider. */
const ADDRESS_AFTER = 150;
let writing: ReturnType<typeof setTimeout> | undefined;
const writeAddress = (): void => {
  clearTimeout(writing);
  history.replaceState(null, '', `#${toAddress(state)}`);
};
addEventListener('pagehide', writeAddress);

const change = (changes: Partial<State>): void => {
  state = { ...state, ...changes };
  isCopied = false;
  clearTimeout(writing);
  writing = setTimeout(writeAddress, ADDRESS_AFTER);
  void show();
};

const tell = (path: FactPath, answer: unknown): void => {
  const changed = new Map(state.changed);
  if (JSON.stringify(answer) === JSON.stringify(usualAnswer(state.flow, path))) changed.delete(path);
  else changed.set(path, answer);
  change({ changed });
};

/** Browsers hand out the clipboard on secure pages only; the address bar holds the same link. */
const canCopy = isSecureContext;

const copy = async (): Promise<void> => {
  writeAddress();
  await navigator.clipboard.writeText(location.href);
  isCopied = true;
  await show();
};

const goToAnswer = (): void => {
  document.querySelector<HTMLElement>('.answer')?.focus();
};

const header = ({ say }: Speaker) =>
  html`<header>
    <p><a href="/">← ${say('ask.back')}</a></p>
    <h1>${say('ask.title')}</h1>
    <p>${say('ask.lead')}</p>
    ${picker({
      id: 'language',
      text: say('ask.language'),
      options: languages,
      chosen: state.language,
      name: (language) => languageNames[language],
      choose: (language) => {
        change({ language });
      },
    })}
  </header>`;

const form = (needs: readonly FactPath[], speaker: Speaker) => {
  const { say } = speaker;
  const undertaking = picker({
    id: 'flow',
    text: say('ask.undertaking'),
    options: Flow.options,
    chosen: state.flow,
    name: (flow) => say(`flow.${flow}`),
    choose: (flow) => {
      change({ flow, changed: new Map() });
    },
  });
  const place = picker({
    id: 'cloud',
    text: say('ask.cloud'),
    options: Cloud.options,
    chosen: state.cloud,
    name: (cloud) => say(`cloud.${cloud}`),
    choose: (cloud) => {
      change({ cloud });
    },
  });
  const choose = (asOf: Day) => {
    change({ asOf });
  };
  return html`<form
    @submit=${(event: Event) => {
      event.preventDefault();
    }}
  >
    ${undertaking}${place}${daySlider({ first, last, today, chosen: state.asOf, choose }, speaker)}
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
    ${keyed(state.flow, questions(needs, state, speaker, tell))}
  </form>`;
};

const decided = (needs: readonly FactPath[], speaker: Speaker) => {
  const situation = situationOf(state, needs);
  const decision = decide(situation);
  const go = (asOf: Day) => {
    change({ asOf });
  };
  return html`<button type="button" class="peek verdict ${tone(decision)}" @click=${goToAnswer}>
      ${speaker.say(`verdict.${decision.verdict}`)} ↓
    </button>
    ${answerView(decision, speaker)}
    <h3>${speaker.say('ask.overTime')}</h3>
    <p class="hint">${speaker.say('ask.overTimeHint')}</p>
    ${overTimeView({ stretches: overTime(situation, last), last, asOf: state.asOf, go }, speaker)}`;
};

const answer = (needs: readonly FactPath[], speaker: Speaker) => {
  try {
    return decided(needs, speaker);
  } catch (error) {
    if (error instanceof InputError) return problemView(error, speaker);
    throw error;
  }
};

const show = async (): Promise<void> => {
  const { language } = state;
  const speaker = await loadSpeaker(language);
  // Meanwhile another language may have been chosen; its own turn draws it.
  if (language !== state.language) return;
  const { say } = speaker;
  const needs = rulebook.needs[state.flow];
  document.documentElement.lang = state.language;
  document.title = `${say('ask.title')} · Handshake`;
  const page = html`${header(speaker)}
    <main>
      ${form(needs, speaker)}
      <section class="answer" aria-label=${say('ask.answer')} tabindex="-1">
        <h2>${say('ask.answer')}</h2>
        ${answer(needs, speaker)}
        <p class="links">
          ${canCopy ? html`<button type="button" @click=${copy}>${say(isCopied ? 'ask.copied' : 'ask.copy')}</button>` : ''}
          <a href="/rulebook.md">${say('ask.rulebook')}</a>
        </p>
      </section>
    </main>`;
  render(page, document.body);
};

addEventListener('hashchange', () => {
  clearTimeout(writing);
  state = fromAddress(location.hash.slice(1), state, known);
  void show();
});
void show();
