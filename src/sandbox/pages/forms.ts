import type { Done } from '../act.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Notice } from './desk.ts';
import { refusedBecause } from './refusals.ts';
import { shell } from './shell.ts';
import { address, leadTo } from './visit.ts';
import type { Page, Visit } from './visit.ts';
import type { Voice } from './voice.ts';

/** A form that can be sent once, to that address. */
export const form = (visit: Visit, path: string, inside: Markup): Markup =>
  markup`<form method="post" action="${address(visit, path)}"><input type="hidden" name="token" value="${visit.desk.tokenFor(path)}">${inside}</form>`;

/** Keeps a chosen language through a form that only asks for another page. */
export const chosenLanguage = ({ asked }: Visit): Markup | null => {
  const chosen = asked.query.get('lang');
  return chosen === null ? null : markup`<input type="hidden" name="lang" value="${chosen}">`;
};

/** Something that cannot be taken back: what it does is read before the button is there. */
export const ending = (visit: Visit, path: string, { title, what }: { readonly title: string; readonly what: string }): Markup =>
  markup`<details><summary>${title}</summary><p>${what}</p>${form(visit, path, markup`<button class="danger">${title}</button>`)}</details>`;

interface Outcome {
  readonly to: string;
  readonly notice: Notice;
}

/** Takes what a form says, if it is ours and comes for the first time, and leads on to where the outcome is told. */
export const onPost =
  (act: (visit: Visit, said: URLSearchParams) => Outcome | null): Page =>
  (visit) => {
    const { asked, desk, voice } = visit;
    const said = new URLSearchParams(asked.raw.toString());
    const outcome = desk.redeem(asked.path, said.get('token') ?? '') ? act(visit, said) : null;
    if (outcome === null) return shell(visit, voice.say('stale'), [markup`<p>${voice.say('staleWhy')}</p>`], 403);
    return leadTo(address(visit, outcome.to, { notice: desk.leave(outcome.to, outcome.notice) }));
  };

/** What is told after an act: what happens now, or why nothing does. */
export const toldOf = (outcome: Done, says: (voice: Voice) => readonly string[]): Notice =>
  outcome.done
    ? { tone: 'done', says }
    : { tone: 'refused', says: (voice) => [voice.say('refusal', { why: refusedBecause(voice, outcome.why) })] };
