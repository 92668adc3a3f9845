import { createHash } from 'node:crypto';
import type { DoorAnswer } from '../http/server.ts';
import { languageNames, languages } from '../languages/speak.ts';
import type { Speaker } from '../languages/speak.ts';
import { el } from './markup.ts';
import type { Markup } from './markup.ts';

const style = `:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText;overflow-wrap:anywhere}
main,nav{max-width:40rem;margin:0 auto;padding:1rem}
nav{font-size:.9rem}nav a,nav strong{display:inline-block;padding:.25rem .5rem .25rem 0;color:LinkText}nav strong{color:CanvasText}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.15rem;margin:1.75rem 0 .5rem}
dt{font-size:.9rem;margin-top:.75rem}dd{margin:0;font-weight:600}
.state{border:2px solid;border-left-width:.75rem;padding:.75rem 1rem;font-weight:600}
label,legend{display:block;font-weight:600;margin-top:1.25rem;padding:0}fieldset{border:0;margin:1.25rem 0 0;padding:0;min-width:0}legend{margin:0}
fieldset label{display:flex;gap:.5rem;align-items:baseline;font-weight:400;margin-top:.5rem;min-height:1.75rem}
.hint,.wrong{display:block;margin:.25rem 0}.wrong{font-weight:600;border-left:.375rem solid;padding-left:.5rem}
input[type=text],input[type=date]{width:100%;font:inherit;padding:.5rem;min-height:2.75rem;border:1px solid;border-radius:.25rem;background:Field;color:FieldText}
button{font:inherit;font-weight:600;padding:.5rem 1.25rem;min-height:2.75rem;margin-top:1.25rem;border:2px solid;border-radius:.25rem;background:ButtonFace;color:ButtonText}
:focus-visible{outline:3px solid Highlight;outline-offset:2px}`;

const fingerprint = createHash('sha256').update(style, 'utf8').digest('base64');

/** Nothing is kept, followed, drawn in from elsewhere or found by a search engine. */
const headers = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${fingerprint}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  Vary: 'Accept-Language',
} as const;

export interface Sheet {
  readonly status: number;
  /** Where the same page stands in the other languages. */
  readonly path: string;
  readonly title: string;
  readonly body: readonly (Markup | null)[];
  readonly waitSeconds?: number;
}

const otherLanguages = (path: string, { language, say }: Speaker): Markup =>
  el(
    'nav',
    { 'aria-label': say('genuine.languages') },
    ...languages.flatMap((one) => [
      one === language
        ? el('strong', { lang: one, 'aria-current': 'true' }, languageNames[one])
        : el('a', { href: `${path}?lang=${one}`, lang: one, hreflang: one }, languageNames[one]),
      ' ',
    ]),
  );

/** A whole page, as it is sent: it needs no program, and leaves nothing behind. */
export const sheetOf = ({ status, path, title, body, waitSeconds }: Sheet, speaker: Speaker): DoorAnswer => {
  const head = el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('meta', { name: 'robots', content: 'noindex, nofollow' }),
    el('title', {}, title),
    { html: `<style>${style}</style>` },
  );
  const main = el('main', {}, el('h1', {}, title), ...body);
  const page = el('html', { lang: speaker.language, dir: 'ltr' }, head, el('body', {}, otherLanguages(path, speaker), main));
  return {
    status,
    type: 'text/html; charset=utf-8',
    text: `<!doctype html>${page.html}`,
    headers: {
      ...headers,
      'Content-Language': speaker.language,
      ...(waitSeconds !== undefined && { 'Retry-After': String(waitSeconds) }),
    },
  };
};
