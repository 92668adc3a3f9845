import type { Speaker } from '../languages/speak.ts';
import { places, terms } from './answers.ts';
import type { Answers, Field } from './answers.ts';
import { el } from './markup.ts';
import type { Markup } from './markup.ts';

interface Filling {
  readonly speaker: Speaker;
  readonly typed: ReadonlyMap<string, string>;
  readonly wrong: ReadonlySet<Field>;
}

const boughtFrom = {
  other_csp: 'answers.from.other_csp',
  microsoft_direct: 'answers.from.microsoft_direct',
  ea: 'answers.from.ea',
  volume_licensing: 'answers.from.volume_licensing',
  third_party_non_csp: 'answers.from.third_party_non_csp',
  unknown: 'answers.unknown',
} as const satisfies Record<Answers['boughtFrom'], string>;

const term = {
  active: 'answers.term.active',
  expired_grace: 'answers.term.expired_grace',
  ended: 'answers.term.ended',
  cancelled: 'answers.term.cancelled',
  unknown: 'answers.unknown',
} as const satisfies Record<Answers['term'], string>;

const wish = { yes: 'value.true', no: 'value.false' } as const;

const hints = {
  what: 'answers.what.hint',
  partnerName: 'answers.partnerName.hint',
  partnerPlace: 'answers.partnerPlace.hint',
  wishDay: 'answers.wishDay.hint',
} as const;

const problems = {
  what: 'answers.wrong.what',
  boughtFrom: 'answers.wrong.choice',
  term: 'answers.wrong.choice',
  partnerName: 'answers.wrong.partnerName',
  partnerPlace: 'answers.wrong.partnerPlace',
  wish: 'answers.wrong.choice',
  wishDay: 'answers.wrong.wishDay',
} as const satisfies Record<Field, string>;

export const questions = {
  what: 'answers.what',
  boughtFrom: 'answers.from',
  term: 'answers.term',
  partnerName: 'answers.partnerName',
  partnerPlace: 'answers.partnerPlace',
  wish: 'answers.wish',
  wishDay: 'answers.wishDay',
} as const satisfies Record<Field, string>;

const wrongIn = ({ wrong, speaker }: Filling, field: Field): Markup | null =>
  wrong.has(field) ? el('span', { class: 'wrong', id: `${field}-wrong` }, speaker.say(problems[field])) : null;

const box = (filling: Filling, field: keyof typeof hints, longest: number): Markup[] => {
  const { speaker, typed, wrong } = filling;
  const isWrong = wrong.has(field);
  const describedBy = [`${field}-hint`, ...(isWrong ? [`${field}-wrong`] : [])].join(' ');
  return [
    el('label', { for: field }, speaker.say(questions[field])),
    el('span', { class: 'hint', id: `${field}-hint` }, speaker.say(hints[field])),
    wrongIn(filling, field) ?? { html: '' },
    el('input', {
      type: field === 'wishDay' ? 'date' : 'text',
      id: field,
      name: field,
      value: typed.get(field) ?? '',
      maxlength: String(longest),
      required: field === 'what',
      'aria-describedby': describedBy,
      'aria-invalid': isWrong ? 'true' : false,
    }),
  ];
};

const choice = (filling: Filling, field: Field, options: readonly (readonly [value: string, title: string])[]): Markup => {
  const chosen = filling.typed.get(field);
  const describedBy = filling.wrong.has(field) ? `${field}-wrong` : false;
  return el(
    'fieldset',
    { 'aria-describedby': describedBy },
    el('legend', {}, filling.speaker.say(questions[field])),
    wrongIn(filling, field),
    ...options.map(([value, title]) =>
      el('label', {}, el('input', { type: 'radio', name: field, value, checked: chosen === value, required: true }), ` ${title}`),
    ),
  );
};

/** An answer as it reads. */
export const inWords = (answers: Answers, field: Field, { say, date }: Speaker): string => {
  switch (field) {
    case 'boughtFrom':
      return say(boughtFrom[answers.boughtFrom]);
    case 'term':
      return say(term[answers.term]);
    case 'wish':
      return say(wish[answers.wish]);
    case 'wishDay':
      return answers.wishDay === '' ? '' : date(answers.wishDay);
    default:
      return answers[field];
  }
};

/** The questions, with what stands in them so far; the code that opened the page is all that it sends beside the answers. */
export const answersForm = (filling: Filling, code: string, send: string): Markup => {
  const { say, language } = filling.speaker;
  return el(
    'form',
    { method: 'post', action: '/answers', autocomplete: 'off', novalidate: true },
    el('input', { type: 'hidden', name: 'lang', value: language }),
    el('input', { type: 'hidden', name: 'code', value: code }),
    ...box(filling, 'what', 200),
    choice(
      filling,
      'boughtFrom',
      places.map((one) => [one, say(boughtFrom[one])] as const),
    ),
    choice(
      filling,
      'term',
      terms.map((one) => [one, say(term[one])] as const),
    ),
    ...box(filling, 'partnerName', 200),
    ...box(filling, 'partnerPlace', 253),
    choice(
      filling,
      'wish',
      (['yes', 'no'] as const).map((one) => [one, say(wish[one])] as const),
    ),
    ...box(filling, 'wishDay', 10),
    el('button', { type: 'submit' }, send),
  );
};
