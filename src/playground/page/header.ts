import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { languageNames, languages } from '../../languages/speak.ts';
import type { Language } from '../../languages/speak.ts';
import { picker } from '../ask/picker.ts';
import type { Desk } from './desk.ts';

const dayOf = ({ speaker, state }: Desk): string => {
  const { now, until } = state.clock;
  const today = speaker.date(now.slice(0, 10));
  return until === null ? today : speaker.say('play.jumping', { now: today, until: speaker.date(until.slice(0, 10)) });
};

const clock = (desk: Desk): TemplateResult => {
  const { say } = desk.speaker;
  const isJumping = desk.state.clock.until !== null;
  return html`<div class="clock" role="group" aria-label=${say('play.clock')}>
    <span class="day"><span aria-hidden="true">◷</span> <span role="status">${dayOf(desk)}</span></span>
    ${([1, 30, 90] as const).map(
      (days) =>
        html`<button
          type="button"
          ?disabled=${isJumping}
          aria-label=${say('play.jump', { days })}
          title=${say('play.jump', { days })}
          @click=${() => {
            void desk.act({ do: 'jump', days });
          }}
        >
          <span class="wide">${say('play.days', { days })}</span><span class="narrow" aria-hidden="true">+${days}</span>
        </button>`,
    )}
  </div>`;
};

interface Wishes {
  readonly areStepsOpen: boolean;
  readonly openSteps: () => void;
  readonly speak: (language: Language) => void;
}

/** What is above all panes: what this is, what day it is, the language. */
export const header = (desk: Desk, { areStepsOpen, openSteps, speak }: Wishes): TemplateResult => {
  const { say, language } = desk.speaker;
  return html`<header>
    <div class="name">
      <h1>Handshake</h1>
      <p>${say('play.lead')}</p>
    </div>
    <div class="links">
      ${areStepsOpen ? '' : html`<button type="button" @click=${openSteps}>${say('play.firstSteps')}</button>`}
      <a href="/ask#on=${desk.state.clock.now.slice(0, 10)}">${say('ask.title')}</a>
      ${picker({
        id: 'language',
        text: say('ask.language'),
        options: languages,
        chosen: language,
        name: (one) => languageNames[one],
        choose: speak,
      })}
    </div>
    ${clock(desk)}
  </header>`;
};
