/** What was wrong with the words or the file of a command, and what to do about it: shown as it is, exit status 2. */
export class UsageError extends Error {}
