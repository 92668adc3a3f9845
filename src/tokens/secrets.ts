/** Where secrets are kept that change while we run. */
export interface Secrets {
  /** Null: there is none of that name. */
  readonly read: (name: string) => Promise<string | null>;
  /** Once it has answered, the value outlives a power cut. */
  readonly write: (name: string, value: string) => Promise<void>;
}
