import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { day, dayText } from '../../policy/index.ts';
import type { Day } from '../../policy/index.ts';
import type { Speaker } from '../../languages/speak.ts';

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
