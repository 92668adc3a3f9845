import type { Room } from './room.ts';

/** So far from the newest one still reads the newest. */
const NEAR = 48;
const MARGIN = 8;

const logIn = (host: HTMLElement): HTMLElement | null => host.querySelector<HTMLElement>('.chat-log');

/** Brings a message into view: its end, or its beginning where it is taller than the pane. */
const bring = (log: HTMLElement, message: Element): void => {
  const { top, height } = message.getBoundingClientRect();
  const from = top - log.getBoundingClientRect().top;
  const room = log.clientHeight - 2 * MARGIN;
  const isAbove = from < 0;
  const isBelow = from + height > log.clientHeight;
  if (height > room || isAbove) log.scrollTop += from - MARGIN;
  else if (isBelow) log.scrollTop += from + height - log.clientHeight + MARGIN;
};

const messageIn = (log: HTMLElement, id: string): HTMLElement | null => log.querySelector(`[data-message="${CSS.escape(id)}"]`);

/** Where the reader is after everything has been drawn; a pane that is not seen has no places yet. */
export const settle = (host: HTMLElement, room: Room): void => {
  const log = logIn(host);
  if (log === null || log.clientHeight === 0) return;
  const goal = room.goTo === null ? null : messageIn(log, room.goTo);
  if (goal !== null) bring(log, goal);
  if (room.refocus !== null)
    messageIn(log, room.refocus)?.querySelector<HTMLElement>('.ac-adaptiveCard')?.focus({ preventScroll: true });
  room.goTo = null;
  room.refocus = null;
};

/** Whether the newest message has come into view. */
export const isAtNewest = (log: HTMLElement, newest: string | undefined): boolean => {
  if (log.scrollHeight - log.scrollTop - log.clientHeight < NEAR) return true;
  const message = newest === undefined ? null : messageIn(log, newest);
  return message !== null && message.getBoundingClientRect().top - log.getBoundingClientRect().top < log.clientHeight / 2;
};
