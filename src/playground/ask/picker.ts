import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';

interface Picker<T> {
  readonly id: string;
  readonly text: string;
  readonly options: readonly T[];
  readonly chosen: T;
  readonly name: (option: T) => string;
  readonly choose: (option: T) => void;
}

/** A list of which one is chosen, and what it is called. */
export const picker = <T>({ id, text, options, chosen, name, choose }: Picker<T>): TemplateResult =>
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
