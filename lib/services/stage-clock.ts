/** What the time of an import goes into. */
export type ImportStage =
  | "unpack"
  | "fetch"
  | "wait for reading"
  | "read"
  | "analyse"
  | "pack"
  | "store"
  | "load"
  | "mornings";

const times = new Map<ImportStage, number>();

/** Adds the time that `work` takes to its stage. */
export async function timeStage<T>(stage: ImportStage, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  try {
    return await work();
  } finally {
    addToStage(stage, performance.now() - started);
  }
}

export function addToStage(stage: ImportStage, ms: number): void {
  times.set(stage, (times.get(stage) ?? 0) + ms);
}

/** Milliseconds per stage since this process began. */
export function stageTimes(): Readonly<Partial<Record<ImportStage, number>>> {
  return Object.fromEntries(times);
}
