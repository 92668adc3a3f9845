import { languageNames, languages, plain } from '../../languages/speak.ts';
import type { Language } from '../../languages/speak.ts';
import type { Reply } from '../exchange.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { address } from './visit.ts';
import type { Visit } from './visit.ts';

const headersFor = ({ framedBy, voice: { language } }: Visit) => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors ${framedBy}`,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Accept-Language',
  'Content-Language': language,
});

const languageLink = ({ asked, voice }: Visit, language: Language): Markup => {
  const query = new URLSearchParams(asked.query);
  query.set('lang', language);
  const name = languageNames[language];
  if (language === voice.language) return markup`<li><span lang="${language}" aria-current="true">${name}</span></li>`;
  const to = `${asked.path}?${query.toString()}`;
  return markup`<li><a href="${to}" lang="${language}" hreflang="${language}">${name}</a></li>`;
};

const navigation = (visit: Visit): Markup => {
  const { say } = visit.voice;
  return markup`<nav aria-label="${say('nav')}"><ul>
<li><a href="${address(visit, '/customers')}">${say('customers')}</a></li>
<li><a href="${address(visit, '/customers/open')}">${say('open')}</a></li>
<li><a href="${address(visit, '/partners')}">${say('partners')}</a></li>
</ul></nav>`;
};

const noticeOf = ({ asked, desk, voice }: Visit): Markup | null => {
  const notice = desk.noticeAt(asked.path, asked.query.get('notice') ?? '');
  if (notice === null) return null;
  const lines = notice.says(voice).map((line) => markup`<p>${line}</p>`);
  return markup`<div class="notice ${notice.tone}" role="status">${lines}</div>`;
};

/** A whole page around what it is about. */
export const shell = (visit: Visit, title: string, body: readonly Markup[], status = 200): Reply => {
  const { language, say } = visit.voice;
  const name = plain(title);
  const { markup: text } = markup`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${name}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/customers/style.css"></head>
<body><a class="skip" href="#main">${say('skip')}</a>
<header>${navigation(visit)}</header>
<main id="main" tabindex="-1">
<h1>${name}</h1>
${noticeOf(visit)}${body}
</main>
<footer><p>${say('madeUp')}</p>
<nav aria-label="${say('language')}"><ul>${languages.map((one) => languageLink(visit, one))}</ul></nav></footer>
</body></html>`;
  return { status, headers: headersFor(visit), text };
};

/** Where nothing is to be seen. */
export const nothingHere = (visit: Visit): Reply =>
  shell(visit, visit.voice.say('nothing'), [markup`<p>${visit.voice.say('nothingWhy')}</p>`], 404);
