import type { Speaker } from '../languages/speak.ts';
import { cautionFor } from './letter-page.ts';
import { el, paragraph } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Sheet } from './sheet.ts';

const LONGEST_CODE = 60;

type Path = '/letter' | '/answers';

const leads = { '/letter': 'genuine.form.lead', '/answers': 'answers.form.lead' } as const satisfies Record<Path, string>;
const titles = { '/letter': 'genuine.form.title', '/answers': 'answers.form.title' } as const satisfies Record<Path, string>;

const codeForm = ({ say, language }: Speaker, path: Path, describedBy: string): Markup =>
  el(
    'form',
    { method: 'post', action: path, autocomplete: 'off' },
    el('input', { type: 'hidden', name: 'lang', value: language }),
    el('label', { for: 'code' }, say('genuine.form.code')),
    el('span', { class: 'hint', id: 'hint' }, say('genuine.form.hint')),
    el('input', {
      type: 'text',
      id: 'code',
      name: 'code',
      required: true,
      maxlength: String(LONGEST_CODE),
      autocapitalize: 'characters',
      spellcheck: 'false',
      'aria-describedby': describedBy,
    }),
    el('button', { type: 'submit' }, say('genuine.form.check')),
  );

/** Where the code in a letter is typed. */
export const formSheet = (speaker: Speaker, path: Path): Sheet => ({
  status: 200,
  path,
  title: speaker.say(titles[path]),
  body: [paragraph(speaker.say(leads[path])), codeForm(speaker, path, 'hint'), ...cautionFor(speaker)],
});

/** The same for what was never a code of ours, and for what cannot be one; the check letters tell a slip, as anybody could. */
export const unknownSheet = (speaker: Speaker, isSlip: boolean, path: Path): Sheet => {
  const { say } = speaker;
  const why = say(isSlip ? 'genuine.unknown.slip' : 'genuine.unknown.code');
  return {
    status: 404,
    path,
    title: say('genuine.unknown'),
    body: [
      el('p', { class: 'state', role: 'alert', id: 'why' }, why),
      paragraph(say('genuine.unknown.do')),
      codeForm(speaker, path, 'why hint'),
      ...cautionFor(speaker),
    ],
  };
};

/** For whoever comes too often. */
export const waitSheet = (speaker: Speaker, path: Path, waitSeconds: number): Sheet => ({
  status: 429,
  path,
  title: speaker.say('genuine.wait'),
  body: [paragraph(speaker.say('genuine.wait.minutes', { minutes: Math.ceil(waitSeconds / 60) }))],
  waitSeconds,
});
