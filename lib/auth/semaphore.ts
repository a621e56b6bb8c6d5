import { AppError } from "@/lib/errors";

/** At most `slots` at a time and `queue` waiting; more are turned away instead of piling up. */
export function semaphore(slots: number, queue: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = slots;
  const waiting: (() => void)[] = [];
  const release = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  const acquire = async () => {
    if (free > 0) {
      free--;
      return;
    }
    if (waiting.length >= queue) {
      throw new AppError("unavailable", "Too many people are signing in. Try again in a moment.");
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return async (work) => {
    await acquire();
    try {
      return await work();
    } finally {
      release();
    }
  };
}
