import type { Credentials, SessionOptions } from "@/lib/integrations/source-ports";

/** Credentials held as the database holds them: one renewal at a time, the newest stored. */
export function heldSession(first: Credentials, now: () => Date = () => new Date()) {
  let stored = first;
  let last: Promise<unknown> = Promise.resolve();
  const saved: Credentials[] = [];
  const options = (): SessionOptions => ({
    credentials: stored,
    now,
    save: async (renewed) => {
      stored = renewed;
      saved.push(renewed);
    },
    exclusively: (work) => {
      const done = last.then(() => work(stored));
      last = done.catch(() => undefined);
      return done;
    },
  });
  return {
    /** As another process would open it: with what is stored now. */
    options,
    saved,
    get stored() {
      return stored;
    },
  };
}
