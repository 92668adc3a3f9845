import { form } from './forms.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Visit } from './visit.ts';

/** Yes or no, neither of them chosen beforehand. */
export const answerButtons = (visit: Visit, path: string, inside: Markup | null = null): Markup => {
  const { say } = visit.voice;
  return form(
    visit,
    path,
    markup`${inside}<div class="row"><button name="answer" value="accept">${say('accept')}</button>
<button name="answer" value="refuse" class="quiet">${say('refuse')}</button></div>`,
  );
};
