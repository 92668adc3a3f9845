import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { day, dayText } from '../../policy/index.ts';
import type { Day } from '../../policy/index.ts';
import type { Speaker } from '../../languages/speak.ts';

interface Picker<T extends string> {
  readonly id: string;
  readonly text: string;
  readonly options: readonly T[];
  readonly chosen: T;
  readonly name: (option: T) => string;
  readonly choose: (option: T) => void;
}

export const picker = <T extends string>({ id, text, options, chosen, name, choose }: Picker<T>): TemplateResult =>
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

interface DaySlider {
  readonly first: Day;
  readonly last: Day;
  readonly today: Day;
  readonly chosen: Day;
  readonly choose: (day: Day) => void;
}

const MILLISECONDS = 86_400_000;
const daysFrom = (first: Day, at: Day): number => Math.round((Date.parse(dayText(at)) - Date.parse(dayText(first))) / MILLISECONDS);
const dayAfter = (first: Day, days: number): Day =>
  day(new Date(Date.parse(dayText(first)) + days * MILLISECONDS).toISOString().slice(0, 10));

const value = (event: Event): string => (event.target as HTMLInputElement).value;

/** One day of all that the rules know: to be dragged through the years, stepped by the arrow keys, or typed. */
export const daySlider = ({ first, last, today, chosen, choose }: DaySlider, { say, date }: Speaker): TemplateResult =>
  html`<div class="day">
    <label for="day">${say('ask.day')} <output for="day">${date(dayText(chosen))}</output></label>
    <input
      id="day"
      type="range"
      min="0"
      max=${daysFrom(first, last)}
      .value=${String(daysFrom(first, chosen))}
      aria-valuetext=${date(dayText(chosen))}
      @input=${(event: Event) => {
        choose(dayAfter(first, Number(value(event))));
      }}
    />
    <span class="exact"
      ><input
        type="date"
        aria-label=${say('ask.day')}
        min=${dayText(first)}
        max=${dayText(last)}
        .value=${dayText(chosen)}
        @change=${(event: Event) => {
          if (value(event) !== '') choose(day(value(event)));
        }}
      /><button
        type="button"
        @click=${() => {
          choose(today);
        }}
      >
        ${say('ask.today')}
      </button></span
    >
  </div>`;
