import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { LetterLine } from '../play/view.ts';
import type { Desk } from './desk.ts';

/** The letter is of another document: its elements are not of this page’s classes. */
const linkAt = (event: Event): HTMLAnchorElement | null => (event.target as Partial<Element> | null)?.closest?.('a') ?? null;

/** Links of a letter lead nowhere by themselves: where one really leads is shown, and whoever follows it does so inside of the pane. */
const watchLinks = (frame: HTMLIFrameElement, follow: (address: string) => void): void => {
  const shown = frame.parentElement?.querySelector('.address');
  const letter = frame.contentDocument;
  if (!shown || letter === null) return;
  const show = (event: Event): void => {
    shown.textContent = linkAt(event)?.href ?? '';
  };
  const press = (event: Event): void => {
    const link = linkAt(event);
    if (link === null) return;
    event.preventDefault();
    show(event);
    if (link.protocol === 'https:' || link.protocol === 'http:') follow(link.href);
  };
  for (const name of ['mouseover', 'focusin']) letter.addEventListener(name, show);
  for (const name of ['click', 'auxclick']) letter.addEventListener(name, press);
};

/** A letter as the customer’s program shows it, with nothing changed in it. */
export const letterView = ({ speaker, go }: Desk, { id, subject, from, to, at }: LetterLine): TemplateResult =>
  html`<div class="bar">
      <button
        type="button"
        @click=${() => {
          go({ letter: '' });
        }}
      >
        ← ${speaker.say('play.inbox')}
      </button>
      <a href="/play/letters/${id}.eml" download>${speaker.say('play.source')}</a>
    </div>
    <div class="head">
      <h3>${subject}</h3>
      <p>${speaker.say('play.letterFrom', { from, to })} · ${speaker.date(at.slice(0, 10))}</p>
    </div>
    <div class="letter">
      <iframe
        sandbox="allow-same-origin"
        src="/play/letters/${id}.html"
        title=${speaker.say('play.letter', { subject })}
        @load=${(event: Event) => {
          watchLinks(event.target as HTMLIFrameElement, (link) => {
            go({ link });
          });
        }}
      ></iframe>
      <p class="leads">${speaker.say('play.leadsTo')} <span class="address" role="status"></span></p>
    </div>`;
