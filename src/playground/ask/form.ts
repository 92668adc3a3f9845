import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { factShapes, mayBeNull } from '../../policy/index.ts';
import type { FactPath, FactShape } from '../../policy/index.ts';
import type { Speaker } from '../../languages/speak.ts';
import { answerTo } from './state.ts';
import type { State } from './state.ts';

type Tell = (path: FactPath, answer: unknown) => void;

interface Question {
  readonly path: FactPath;
  readonly answer: unknown;
  readonly nullable: boolean;
  readonly speaker: Speaker;
  readonly tell: (answer: unknown) => void;
}

const label = ({ path, speaker }: Question, option: string): string => speaker.sayKey(`value.${path}.${option}`);

/** One of few: all of them in sight. One of many, or none: a list to open. */
const choice = (options: readonly (readonly [unknown, string])[], { path, answer, tell }: Question): TemplateResult =>
  options.length <= 3
    ? html`<span class="choices"
        >${options.map(
          ([value, text], index) =>
            html`<label class="choice"
              ><input
                type="radio"
                id=${`${path}-${String(index)}`}
                name=${path}
                .checked=${value === answer}
                @change=${() => {
                  tell(value);
                }}
              />${text}</label
            >`,
        )}</span
      >`
    : html`<select
        id=${path}
        @change=${(event: Event) => {
          tell(options[(event.target as HTMLSelectElement).selectedIndex]?.[0]);
        }}
      >
        ${options.map(([value, text]) => html`<option .selected=${value === answer}>${text}</option>`)}
      </select>`;

const choices = (options: readonly string[], question: Question): TemplateResult => {
  const chosen = Array.isArray(question.answer) ? (question.answer as readonly unknown[]) : [];
  return html`<span class="choices"
    >${options.map(
      (option) =>
        html`<label class="choice"
          ><input
            type="checkbox"
            .checked=${chosen.includes(option)}
            @change=${() => {
              question.tell(options.filter((one) => (one === option) !== chosen.includes(one)));
            }}
          />${label(question, option)}</label
        >`,
    )}</span
  >`;
};

const shownAnswer = (answer: unknown): string => (typeof answer === 'string' ? answer : JSON.stringify(answer));

interface Written {
  readonly type: 'text' | 'date';
  readonly inputmode: 'text' | 'numeric';
  readonly parse: (text: string) => unknown;
}
const text: Written = { type: 'text', inputmode: 'text', parse: String };
const date: Written = { type: 'date', inputmode: 'text', parse: String };
// A number box would hand out rubbish as an empty text, and empty may mean "there is none".
const number: Written = { type: 'text', inputmode: 'numeric', parse: (text) => (/^-?\d+$/.test(text) ? Number(text) : text) };

/** An empty box means "there is none" where there may be none. */
const written = ({ type, inputmode, parse }: Written, question: Question) =>
  html`<input
    type=${type}
    inputmode=${inputmode}
    id=${question.path}
    .value=${question.answer === null || question.answer === undefined ? '' : shownAnswer(question.answer)}
    placeholder=${question.nullable ? question.speaker.say('value.null') : ''}
    @change=${(event: Event) => {
      const given = (event.target as HTMLInputElement).value.trim();
      question.tell(given === '' && question.nullable ? null : parse(given));
    }}
  />`;

const several = ({ parse }: Written, question: Question): TemplateResult => {
  const answer = Array.isArray(question.answer) ? question.answer.join(', ') : question.answer;
  const split = (given: string) => given.split(/[,;\s]+/).filter((part) => part !== '');
  return html`${written({ ...text, parse: (given) => split(given).map(parse) }, { ...question, answer })}
    <small>${question.speaker.say('ask.addEntry')}</small>`;
};

const flags = (names: readonly string[], question: Question): TemplateResult => {
  const { path, answer, speaker, tell } = question;
  const none = Object.fromEntries(names.map((name) => [name, name === 'publisherAllowlisted']));
  const given = answer as Readonly<Record<string, boolean>> | null;
  const options = [
    [true, speaker.say('value.true')],
    [false, speaker.say('value.null')],
  ] as const;
  const each = names.map((name) => {
    const one = { ...question, path: `${path}.${name}` as FactPath, answer: given?.[name] };
    return html`<label class="choice"
      ><input
        type="checkbox"
        .checked=${one.answer === true}
        @change=${() => {
          tell({ ...given, [name]: one.answer !== true });
        }}
      />${label(question, name)}</label
    >`;
  });
  const whether = choice(options, {
    ...question,
    answer: given !== null,
    tell: (is) => {
      tell(is === true ? none : null);
    },
  });
  return html`${whether}${given === null ? '' : html`<span class="choices">${each}</span>`}`;
};

const input = (shape: FactShape, question: Question): TemplateResult => {
  const { nullable, speaker } = question;
  const none = nullable ? ([[null, speaker.say('value.null')]] as const) : [];
  switch (shape.kind) {
    case 'flag':
      return choice([[true, speaker.say('value.true')], [false, speaker.say('value.false')], ...none], question);
    case 'choice':
      return choice([...shape.options.map((option) => [option, label(question, option)] as const), ...none], question);
    case 'choices':
      return choices(shape.options, question);
    case 'number':
      return written(number, question);
    case 'numbers':
      return several(number, question);
    case 'names':
      return several(text, question);
    case 'flags':
      return flags(shape.names, question);
    case 'day':
      return written(date, question);
    default:
      return written(text, question);
  }
};

const question = (path: FactPath, state: State, speaker: Speaker, tell: Tell): TemplateResult => {
  const shape = factShapes.get(path);
  if (shape === undefined) throw new Error(`No fact ${path}`);
  const nullable = mayBeNull(state.flow, path);
  const asked = {
    path,
    answer: answerTo(state, path),
    nullable,
    speaker,
    tell: (answer: unknown) => {
      tell(path, answer);
    },
  };
  const drawn = input(shape, asked);
  const changed = state.changed.has(path) ? 'question changed' : 'question';
  return html`<div class=${changed} role="group" aria-labelledby=${`${path}-label`}>
    <label class="asks" id=${`${path}-label`} for=${path}>${speaker.sayKey(`fact.${path}`)}</label>
    ${drawn}
  </div>`;
};

/** What is asked about first: the undertaking, then what one has, then who one is. */
const groupOrder = 'req item xfer gdap msg end attest recog rel customer actor partner otherPartner place api'.split(' ');

/** The questions that the flow needs, in groups; drawn from the schema of the facts alone. */
export const questions = (needs: readonly FactPath[], state: State, speaker: Speaker, tell: Tell): TemplateResult[] => {
  const groups = Map.groupBy(needs, (path) => (path.includes('.') ? path.slice(0, path.indexOf('.')) : 'place'));
  const inOrder = [...groups].sort(([one], [other]) => groupOrder.indexOf(one) - groupOrder.indexOf(other));
  return inOrder.map(
    ([group, paths]) =>
      html`<fieldset>
        <legend>${speaker.sayKey(`group.${group}`)}</legend>
        ${paths.map((path) => question(path, state, speaker, tell))}
      </fieldset>`,
  );
};
