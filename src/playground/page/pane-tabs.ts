import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Desk } from './desk.ts';
import { inFront, personIn } from './place.ts';
import type { PaneName } from './place.ts';

export const paneNames = {
  agent: 'play.tab.agent',
  admin: 'play.tab.admin',
  customer: 'play.tab.customer',
  partner: 'play.tab.partner',
} as const satisfies Record<PaneName, string>;

const hasNews = ({ state, place, isNew, inSight }: Desk, pane: PaneName): boolean => {
  if (pane === 'customer' || pane === 'partner' || inSight.includes(pane)) return false;
  const person = personIn(state, place, pane);
  return person?.chats.some((chat) => isNew(person, chat)) ?? false;
};

const tab = (desk: Desk, pane: PaneName): TemplateResult =>
  html`<button
    type="button"
    aria-pressed=${desk.inSight.includes(pane)}
    @click=${() => {
      desk.go(inFront(pane));
    }}
  >
    ${desk.speaker.say(paneNames[pane])}${
      hasNews(desk, pane) ? html`<span class="new"><span class="unseen">${desk.speaker.say('play.new')}</span></span>` : ''
    }
  </button>`;

/** Where there is no room for all panes: which ones are in front. */
export const paneTabs = (desk: Desk): TemplateResult =>
  html`<nav class="pane-tabs" aria-label=${desk.speaker.say('play.panes')}>
    ${(['agent', 'admin', 'customer', 'partner'] as const).map((pane) => tab(desk, pane))}
  </nav>`;

/** Where there is room for three: which of the two outside is the third. */
export const sideTabs = (desk: Desk): TemplateResult =>
  html`<div class="tabs side" role="group" aria-label=${desk.speaker.say('play.panes')}>
    ${(['customer', 'partner'] as const).map((pane) => tab(desk, pane))}
  </div>`;
