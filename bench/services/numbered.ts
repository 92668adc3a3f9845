/** Customers and their relationships by number: the same on both sides of the line. */
import { instant, later } from '../../src/cases/time.ts';
import { START } from '../store/partner.ts';

/** When all that has been granted ends. */
export const grantedUntil = later(instant(START), { days: 730 });

const twelve = (n: number): string => n.toString(16).padStart(12, '0');

export const tenantOf = (n: number): string => `c0570001-0001-4c01-8c01-${twelve(n)}`;

/** Two guids, as Graph has them. */
export const relationshipOf = (n: number): string => `6da90001-0001-4601-8601-${twelve(n)}-6da90001-0002-4602-8602-${twelve(n)}`;
