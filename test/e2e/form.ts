import { factShapes } from '../../src/policy/index.ts';
import type { FactPath } from '../../src/policy/index.ts';
import type { Speaker } from '../../src/languages/speak.ts';
import type { Ask } from './ask.ts';

/** Every question's path with what is ticked, chosen or written for it, as it can be seen. */
const readForm = (): [string, string][] =>
  [...document.querySelectorAll('.question')].map((question) => {
    const ticked = [...question.querySelectorAll(':checked')].map((one) => (one.closest('label') ?? one).textContent.trim());
    const written = question.querySelector<HTMLInputElement>('input:not([type=radio], [type=checkbox])');
    const path = question.querySelector('.asks')?.id.replace(/-label$/, '') ?? '';
    return [path, written?.value ?? ticked.join(' + ')];
  });

export const shownAnswers = async ({ page }: Ask): Promise<Record<string, string>> =>
  Object.fromEntries(await page.evaluate(readForm));

const asText = (answer: unknown): string => ([answer].flat() as readonly (string | number | null)[]).join(', ');

/** How a form shows an answer, whatever it is drawn with. */
export const shownFor = (path: FactPath, answer: unknown, { say, sayKey }: Speaker): string => {
  const shape = factShapes.get(path);
  switch (shape?.kind) {
    case 'flag':
      return sayKey(`value.${JSON.stringify(answer)}`);
    case 'flags':
      return answer === null ? say('value.null') : say('value.true');
    case 'choice':
      return answer === null ? say('value.null') : sayKey(`value.${path}.${asText(answer)}`);
    case 'choices':
      return (answer as readonly string[]).map((one) => sayKey(`value.${path}.${one}`)).join(' + ');
    default:
      return asText(answer);
  }
};
