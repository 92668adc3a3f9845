export interface NotDone<Why extends string = string> {
  readonly done: false;
  readonly why: Why;
}

/** What came of an act in the world: it happened, or why it could not. */
export type Done<Why extends string = string> = { readonly done: true } | NotDone<Why>;

export const done = { done: true } as const;

export const notDone = <Why extends string>(why: Why): NotDone<Why> => ({ done: false, why });
