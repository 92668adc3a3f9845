/** What an error says, in the words of whoever says it. */
interface Complaint {
  /** Empty where none is named. */
  readonly code: string;
  readonly words: string;
  /** Where it means something that its status does not tell. */
  readonly means: 'stale' | 'sign-in' | null;
}

/** How one kind of service talks, beyond HTTP. */
export interface Dialect {
  readonly name: string;
  /** Calls at once, where it wants fewer than others. */
  readonly atOnce?: number;
  /** What is said along with each request. */
  readonly headersOf: (ids: { readonly request: string; readonly call: string }) => Readonly<Record<string, string>>;
  /** Whatever the body is: it may be null, or anything. */
  readonly complaintOf: (status: number, body: unknown) => Complaint;
  /** A request that has been sent before, with the same id, is not done twice. */
  readonly knowsRequests: boolean;
  /** Statuses with which it says that nothing has happened, and that it may be asked again, besides 429. */
  readonly undone?: readonly number[];
}
