export interface Stop {
  readonly id: string;
  readonly what: string;
  readonly isRinged: boolean;
  readonly isInSight: boolean;
  readonly isCovered: boolean;
}

/** Where the keyboard is; null when it has left the page. Inside a date box the browser itself rings the calendar button. */
export const readStop = (): Stop | null => {
  const one = document.activeElement;
  if (one === null || one === document.body) return null;
  const { left, top, right, bottom } = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const isCalendarButton = one.getAttribute('type') === 'date' && !one.matches(':focus-visible');
  return {
    id: one.id,
    what: [one.tagName.toLowerCase(), one.getAttribute('type'), one.id, one.textContent.trim().slice(0, 40)]
      .filter(Boolean)
      .join(' '),
    isRinged: isCalendarButton || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
    isInSight: one.checkVisibility() && [top, left, innerHeight - bottom, innerWidth - right].every((room) => room > -1),
    isCovered: over?.contains(one) === false && !one.contains(over),
  };
};
