import { html, svg } from 'lit-html';
import type { SVGTemplateResult, TemplateResult } from 'lit-html';
import { answerOf } from '../../languages/answer.ts';
import type { Answer, SaidFinding, SaidSource } from '../../languages/answer.ts';
import type { Speaker } from '../../languages/speak.ts';
import { dayText, factTypes } from '../../policy/index.ts';
import type { Day, Decision, FactPath, InputError } from '../../policy/index.ts';
import type { Stretch } from './over-time.ts';

const source = ({ citation, passport, defects }: SaidSource): TemplateResult =>
  html`<li><code>${citation}</code> ${passport}${defects.map((defect) => html`<br /><span class="defect">${defect}</span>`)}</li>`;

const disagreement = ({ contradiction }: SaidFinding, { say }: Speaker): TemplateResult | '' =>
  contradiction === null
    ? ''
    : html`<details class="disagree" open>
        <summary>${say('answer.disagree')}: ${contradiction.topic}</summary>
        <p>${contradiction.older}</p>
        <ul>
          ${contradiction.olderSources.map(source)}
        </ul>
        <p>${contradiction.newer}</p>
        <ul>
          ${contradiction.newerSources.map(source)}
        </ul>
        <p>${contradiction.reading}</p>
      </details>`;

const finding = (said: SaidFinding, speaker: Speaker): TemplateResult =>
  html`<li class=${said.review ? 'review' : said.severity}>
    <span class="kind">${speaker.say(said.review ? 'severity.review' : `severity.${said.severity}`)}</span>
    <p class="says">${said.says}</p>
    ${said.translatedOnly === null ? '' : html`<p class="defect">${said.translatedOnly}</p>`} ${disagreement(said, speaker)}
    <details>
      <summary><code>${said.rule}</code> · ${speaker.say('answer.sources')} (${said.sources.length})</summary>
      <ul>
        ${said.sources.map(source)}
      </ul>
    </details>
  </li>`;

const findings = (title: string, all: readonly SaidFinding[], speaker: Speaker): TemplateResult | '' =>
  all.length === 0
    ? ''
    : html`<h3>${title}</h3>
        <ul class="findings">
          ${all.map((said) => finding(said, speaker))}
        </ul>`;

/** Before the first page was written no verdict has a colour: that no rule speaks is no permission. */
export const tone = ({ verdict, edition }: Decision): string => (edition.id === null ? 'input' : verdict);

export const answerView = (decision: Decision, speaker: Speaker): TemplateResult => {
  const { say } = speaker;
  const answer: Answer = answerOf(decision, speaker);
  const of = (severity: SaidFinding['severity'], review: boolean) =>
    answer.findings.filter((said) => said.severity === severity && said.review === review);
  const reasons = [...of('deny', false), ...of('warn', true), ...of('warn', false)];
  return html`<p class="verdict ${tone(decision)}" role="status">${answer.verdict}</p>
    ${decision.edition.id === null ? html`<p class="defect">${say('answer.before')}</p>` : ''}
    ${reasons.length === 0 ? html`<p>${say('answer.nothingSpeaks')}</p>` : ''} ${findings(say('answer.why'), reasons, speaker)}
    <h3>${say('answer.nextSteps')}</h3>
    <ol class="steps">
      ${answer.nextSteps.map(({ code, says }) => html`<li title=${code}>${says}</li>`)}
    </ol>
    ${findings(say('answer.alsoKnow'), of('inform', false), speaker)}
    <footer>${answer.edition.map((line) => html`<p>${line}</p>`)}</footer>`;
};

const isFact = (path: string): path is FactPath => (factTypes as ReadonlyMap<string, unknown>).has(path);

/** What was expected is said as the command line says it: these are the words of the interface, in English. */
export const problemView = ({ problems }: InputError, { say, sayKey }: Speaker): TemplateResult =>
  html`<p class="verdict input" role="status">${say('ask.input')}</p>
    <ul>
      ${problems.map(
        ({ path, expected }) =>
          html`<li>
            ${isFact(path) ? sayKey(`fact.${path}`) : path} <small lang="en">${say('ask.inputHint', { path, expected })}</small>
          </li>`,
      )}
    </ul>`;

const time = (at: Day): number => Date.parse(dayText(at));

const stretchesAsBars = (stretches: readonly Stretch[], ends: readonly Day[], last: Day): SVGTemplateResult[] => {
  const start = time(stretches[0]?.from ?? last);
  const scale = 1000 / Math.max(1, time(last) - start);
  return stretches.map(({ from, decision }, index) => {
    const width = (time(ends[index] ?? last) - time(from)) * scale;
    return svg`<rect class=${decision.verdict} x=${(time(from) - start) * scale} width=${width} y="0" height="12" />`;
  });
};

interface OverTime {
  readonly stretches: readonly Stretch[];
  readonly last: Day;
  readonly asOf: Day;
  readonly go: (day: Day) => void;
}

/** A band whose stretches are as long as the time they stand for, and a button for each that goes there. */
export const overTimeView = ({ stretches, last, asOf, go }: OverTime, { say, sayKey, date }: Speaker): TemplateResult => {
  const ends = [...stretches.slice(1).map(({ from }) => from), last];
  return html`<svg class="band" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
      ${stretchesAsBars(stretches, ends, last)}
    </svg>
    <ol class="stretches">
      ${stretches.map(({ from, decision, because }, index) => {
        const here = from <= asOf && (asOf < (ends[index] ?? last) || index === stretches.length - 1);
        return html`<li>
          <button
            type="button"
            class=${decision.verdict}
            aria-current=${here ? 'date' : 'false'}
            @click=${() => {
              go(from);
            }}
          >
            ${say('ask.stretch', { verdict: sayKey(`verdict.${decision.verdict}`), from: date(dayText(from)) })}
          </button>
          ${because.length > 0 ? html`<small>${say('ask.changedBecause', { rules: because.join(', ') })}</small>` : ''}
        </li>`;
      })}
    </ol>`;
};
