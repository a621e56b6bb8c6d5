import type { Credentials, SessionOptions, SourceGap } from "@/lib/integrations/source-ports";

/** An account's credentials as the database would hold them, in one process's memory. */
export function heldCredentials(stored: Credentials, now: () => Date = () => new Date()) {
  let current = stored;
  let turn: Promise<unknown> = Promise.resolve();
  const saved: Credentials[] = [];
  const gaps: SourceGap[] = [];
  const options: SessionOptions = {
    get credentials() {
      return current;
    },
    now,
    save: async (renewed) => {
      saved.push(renewed);
      current = renewed;
    },
    exclusively: (work) => {
      const mine = turn.then(() => work(current));
      turn = mine.catch(() => undefined);
      return mine;
    },
    noticed: (gap) => void gaps.push(gap),
  };
  return { options, saved, gaps, current: () => current };
}
