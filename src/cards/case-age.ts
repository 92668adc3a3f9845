import type { Case } from '../cases/case.ts';
import { wholeDaysBetween } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Speaker } from '../languages/speak.ts';

type Asked = Extract<Case, { status: 'awaiting-customer' }>;

/** How often the customer was written to again, as far as the letters have left the house. */
export const remindersSent = ({ lettersSent }: Asked): number => Math.max(0, lettersSent - 1);

const keys = {
  'admin-relationship': ['case.age.invited-today', 'case.age.invited'],
  'customer-inquiry': ['case.age.asked-today', 'case.age.asked'],
} as const satisfies Record<Asked['kind'], readonly [string, string]>;

const askedSince = (current: Asked, days: number, { say }: Speaker): string => {
  const [today, since] = keys[current.kind];
  const age = days === 0 ? say(today) : say(since, { days });
  const reminders = remindersSent(current);
  return reminders === 0 ? age : say('case.age.reminded', { age, reminders });
};

/** For how long it has stood as it does; where a customer is waited for, since when it was asked, and how often again. */
export const ageOf = (current: Case, now: Instant, speaker: Speaker): string => {
  const days = wholeDaysBetween(current.since, now);
  if (current.status === 'awaiting-customer' && current.lettersSent > 0) return askedSince(current, days, speaker);
  return days === 0 ? speaker.say('case.age.today') : speaker.say('case.age.days', { days });
};
