export { StoreError } from '../ports.ts';

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
