/** One hard limit, what it allowed on a day, and what was asked of it. */
export type LimitCheck = {
  /** "PLN-7", as the method page names it. */
  readonly rule: string;
  readonly name: string;
  readonly allowed: string;
  readonly asked: string;
  readonly isKept: boolean;
};
