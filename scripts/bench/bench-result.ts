export type BenchFigure = {
  /** Null when it could not be measured; the note says why. */
  readonly value: number | null;
  /** "<= 1.3", ">= 3". */
  readonly goal?: string;
  readonly ok?: boolean;
  readonly note?: string;
};

export type BenchResult = {
  readonly bench: string;
  readonly figures: Readonly<Record<string, BenchFigure>>;
  /** False when a goal was missed. */
  readonly ok: boolean;
};
