import type { PGlite } from "@electric-sql/pglite";
import { timeQuery } from "@/lib/metrics/count";
import { metrics } from "@/lib/metrics/metrics";

type Query = (...args: unknown[]) => unknown;

/** From now on this connection's statements are timed; left as it is when nobody counts. */
export function timeQueries(client: object): void {
  if (metrics() === null) return;
  const target = client as { query: Query };
  const query = target.query.bind(client);
  target.query = (...args) => {
    const end = timeQuery(textOf(args[0]));
    const callback = args.at(-1);
    if (typeof callback === "function") {
      return query(...args.slice(0, -1), (...answer: unknown[]) => {
        end();
        callback(...answer);
      });
    }
    const result = query(...args);
    if (result instanceof Promise) result.then(end, end);
    return result;
  };
}

/** The same for the embedded database, whose transactions have a door of their own. */
export function timeEmbedded(pglite: PGlite): void {
  if (metrics() === null) return;
  timeQueries(pglite);
  const transaction = pglite.transaction.bind(pglite);
  pglite.transaction = (work) =>
    transaction((tx) => {
      timeQueries(tx);
      return work(tx);
    });
}

/** A statement is text, or an object that holds it. */
function textOf(statement: unknown): string {
  if (typeof statement === "string") return statement;
  const { text } = (statement ?? {}) as { readonly text?: unknown };
  return typeof text === "string" ? text : "";
}
