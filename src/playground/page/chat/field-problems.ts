import type { Input } from 'adaptivecards';

export interface FieldProblem {
  readonly id: string;
  readonly text: string;
}

let count = 0;

const fieldIn = (input: Input): HTMLElement | null =>
  input.renderedElement?.querySelector<HTMLElement>('input, textarea, select') ?? null;

const showUnder = (input: Input, text: string): HTMLElement | null => {
  const field = fieldIn(input);
  if (field === null) return null;
  const told = document.createElement('p');
  told.className = 'chat-field-problem';
  told.id = `chat-field-problem-${(count += 1)}`;
  told.textContent = text;
  input.renderedElement?.append(told);
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', told.id);
  return field;
};

export const clearProblems = (frame: HTMLElement): void => {
  for (const told of frame.querySelectorAll('.chat-field-problem')) told.remove();
  for (const field of frame.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
};

/** Says under each field what is amiss with it and goes to the first; hands back what belongs to no field that is there. */
export const showProblems = (inputs: readonly Input[], problems: readonly FieldProblem[]): readonly string[] => {
  const left: string[] = [];
  let first: HTMLElement | null = null;
  for (const { id, text } of problems) {
    const input = inputs.find((one) => one.id === id);
    const field = input && text !== '' ? showUnder(input, text) : null;
    if (field === null) left.push(text);
    first ??= field;
  }
  first?.focus();
  return left;
};
