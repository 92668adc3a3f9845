import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Desk } from './desk.ts';

/** Shows a page again as it was first opened. Set anew, not replaced: the old one stays in sight until the new one is there. */
const reload = (frame: HTMLIFrameElement): void => {
  frame.setAttribute('src', frame.getAttribute('src') ?? '');
};

/** Pages of the world outside may have changed by what was done here; nobody is interrupted in one. */
export const reloadLiveFrames = (): void => {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe.live'))
    if (frame !== document.activeElement && frame.checkVisibility()) reload(frame);
};

interface Frame {
  readonly id: string;
  readonly src: string;
  readonly title: string;
  /** It is shown again whenever something has happened. */
  readonly isLive: boolean;
}

/** Somebody else’s page. It needs forms and no scripts. */
export const frame = ({ id, src, title, isLive }: Frame): TemplateResult =>
  html`<iframe id=${id} class=${isLive ? 'live' : ''} sandbox="allow-forms allow-same-origin" src=${src} title=${title}></iframe>`;

export const reloadButton = ({ speaker }: Desk, id: string): TemplateResult =>
  html`<button
    type="button"
    @click=${() => {
      const found = document.querySelector<HTMLIFrameElement>(`iframe#${id}`);
      if (found !== null) reload(found);
    }}
  >
    ↻ ${speaker.say('play.reload')}
  </button>`;
