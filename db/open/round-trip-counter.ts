import type { Logger } from "drizzle-orm/logger";

export type RoundTripCounter = {
  /** For drizzle: one logged statement is one round trip. */
  readonly logger: Logger;
  /** For what does not pass through drizzle: BEGIN, COMMIT, ROLLBACK. */
  count(statement: string): void;
  total(): number;
};

/** Counts messages to the database. The hook gets the SQL text and never its parameters. */
export function roundTripCounter(onRoundTrip?: (statement: string) => void): RoundTripCounter {
  let total = 0;
  const count = (statement: string) => {
    total += 1;
    onRoundTrip?.(statement);
  };
  return { logger: { logQuery: count }, count, total: () => total };
}
