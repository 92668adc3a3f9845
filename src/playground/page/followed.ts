import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { CustomerView } from '../play/view.ts';
import type { Desk } from './desk.ts';
import { frame, reloadButton } from './frame.ts';
import { linkTarget } from './link-target.ts';

/** What is behind a link of a letter, below the address that the customer’s browser would show. */
export const followed = (desk: Desk, { tenant }: CustomerView, link: string): TemplateResult => {
  const { state, speaker, go } = desk;
  if (!URL.canParse(link)) return html`<p class="empty">${link}</p>`;
  const src = linkTarget(link, { host: location.host, outside: state.outside }, { customer: tenant, lang: speaker.language });
  return html`<div class="bar">
      <button
        type="button"
        @click=${() => {
          go({ link: '' });
        }}
      >
        ← ${speaker.say('play.backToLetter')}
      </button>
      ${reloadButton(desk, 'link-frame')}
      <a href=${src} target="_blank" rel="noopener">${speaker.say('play.newTab')}</a>
    </div>
    <p class="leads"><span class="unseen">${speaker.say('play.leadsTo')}</span> <span class="address">${link}</span></p>
    ${frame({ id: 'link-frame', src, title: speaker.say('play.followed'), isLive: false })}`;
};
