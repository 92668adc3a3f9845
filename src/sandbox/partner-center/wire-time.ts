import type { Instant } from '../../cases/time.ts';

/** Without a fraction where there is none. */
export const wireTime = (at: Instant): string => at.replace('.000Z', 'Z');

/** With the seven digits that some services write. */
export const wireTimeInTicks = (at: Instant): string => at.replace('Z', '0000Z');
