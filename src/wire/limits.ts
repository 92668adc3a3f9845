/** What a line puts up with. Everything has an end. */
export interface Limits {
  /** Calls at once to one service, where its dialect names no smaller number. */
  readonly atOnce: number;
  /** Calls that wait for their turn. */
  readonly waiting: number;
  readonly connectMs: number;
  readonly headersMs: number;
  /** Between two pieces of a body. */
  readonly bodyMs: number;
  /** One attempt, to the last byte: whoever sends a byte a second meets this one. */
  readonly attemptMs: number;
  /** One call, with all its attempts and all waiting between them. */
  readonly callMs: number;
  readonly largestAnswer: number;
  readonly tries: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Whoever wants us to wait for longer is not waited for inside the call. */
  readonly longestWaitMs: number;
  /** Whoever wants us to wait for longer is not believed. */
  readonly longestNamedMs: number;
  /** So many attempts one after the other without an answer, and nobody is asked for a while. */
  readonly breakAfter: number;
  readonly brokenMs: number;
}

export const usualLimits: Limits = {
  atOnce: 8,
  waiting: 1000,
  connectMs: 10_000,
  headersMs: 45_000,
  bodyMs: 15_000,
  attemptMs: 60_000,
  // Less than an errand may take, so that nothing goes on behind its back.
  callMs: 90_000,
  largestAnswer: 8 * 1024 * 1024,
  tries: 3,
  firstPauseMs: 500,
  longestPauseMs: 15_000,
  longestWaitMs: 60_000,
  longestNamedMs: 3_600_000,
  breakAfter: 10,
  brokenMs: 30_000,
};
