import { AdaptiveCard } from 'adaptivecards/dist/adaptivecards.min.js';
import { clearProblems, showProblems } from './field-problems.ts';
import type { FieldProblem } from './field-problems.ts';
import { hostConfig } from './host-config.ts';
import { markdown } from './markdown.ts';
import { inputsOf, pressedOn } from './pressed.ts';
import type { Pressed } from './pressed.ts';

type Json = Readonly<Record<string, unknown>>;

/** A card on the page. */
export interface DrawnCard {
  readonly element: HTMLElement;
  /** What stands in its fields now. */
  readonly inputs: () => Readonly<Record<string, string>>;
  /** What somebody has changed in them since the card was drawn, or a button was last pressed. */
  readonly typed: () => Readonly<Record<string, string>>;
  /** While a press is under way there is no other. */
  readonly setBusy: (isBusy: boolean) => void;
  /** Hands back what belongs to no field. */
  readonly showProblems: (problems: readonly FieldProblem[]) => readonly string[];
}

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text);
  result.didProcess = true;
};

/** Radio buttons of the same name on other cards are no choice beside these, and nothing is ever sent by the browser itself. */
const frameFor = ({ lang }: Json): HTMLFormElement => {
  const frame = document.createElement('form');
  frame.className = 'chat-card';
  frame.noValidate = true;
  if (typeof lang === 'string') frame.lang = lang;
  frame.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  return frame;
};

const setButtons = (frame: HTMLElement, isBusy: boolean): void => {
  frame.setAttribute('aria-busy', String(isBusy));
  // They stay in the order of the Tab key: whoever has pressed one keeps their place.
  for (const button of frame.querySelectorAll('button:not([disabled]), [role=button]')) {
    if (isBusy) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
};

/** A card as Teams draws it; throws where the renderer makes nothing of it. */
export const drawCard = (json: Json, isDark: boolean, press: (pressed: Pressed) => void): DrawnCard => {
  const frame = frameFor(json);
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig(isDark);
  let isWaiting = false;
  let before: Readonly<Record<string, string>> = {};
  card.onExecuteAction = (action) => {
    const pressed = pressedOn(action.toJSON());
    if (pressed === null || isWaiting) return;
    clearProblems(frame);
    before = inputsOf(card.getAllInputs());
    press(pressed);
  };
  card.parse(structuredClone(json));
  const drawn = card.render();
  if (drawn === undefined || json.type !== 'AdaptiveCard') throw new Error('The renderer makes nothing of this card.');
  // It can be gone to, and says what it is about; it is no stop on the way from field to field.
  drawn.tabIndex = -1;
  drawn.setAttribute('role', 'group');
  frame.append(drawn);
  before = inputsOf(card.getAllInputs());
  return {
    element: frame,
    inputs: () => inputsOf(card.getAllInputs()),
    typed: () => Object.fromEntries(Object.entries(inputsOf(card.getAllInputs())).filter(([id, text]) => text !== before[id])),
    setBusy: (isBusy) => {
      if (isWaiting === isBusy) return;
      isWaiting = isBusy;
      setButtons(frame, isBusy);
    },
    showProblems: (problems) => {
      clearProblems(frame);
      return showProblems(card.getAllInputs(), problems);
    },
  };
};
