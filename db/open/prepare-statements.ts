import type { PoolClient } from "pg";
import { env } from "@/lib/env";

/** From then on a text gets a name: what is asked once or twice is not worth a plan. */
const OFTEN = 5;
/** Each name is a plan in the memory of each connection. */
const MOST_NAMES = 300;

const seen = new Map<string, number>();
const names = new Map<string, string>();
/** Texts that are counted; lists of values of many lengths would make it ever more. */
const MOST_SEEN = 5_000;

/**
 * From now on, what this connection is asked often the server plans once: reading and planning a
 * statement costs it several times what running it does. Only statements with values, which are
 * single ones. Off with FORMLINE_DB_PREPARE=0. Plans are made for the tables as they are now:
 * connections have to be replaced now and then.
 */
export function prepareStatements(client: PoolClient): void {
  if (!env().databasePrepares) return;
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => {
    const [statement, values, ...others] = args;
    const name = Array.isArray(values) && values.length > 0 ? nameOf(statement) : undefined;
    if (name === undefined) return query(...args);
    return query({ ...(statement as object), name }, values, ...others);
  }) as PoolClient["query"];
}

/** Undefined for what has a name already, is no statement object, or is not asked often. */
function nameOf(statement: unknown): string | undefined {
  const { text, name } = (statement ?? {}) as { readonly text?: unknown; readonly name?: unknown };
  if (typeof text !== "string" || name) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const times = (seen.get(text) ?? 0) + 1;
  if (times < OFTEN) {
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.set(text, times);
    return undefined;
  }
  seen.delete(text);
  const given = `formline_${names.size + 1}`;
  names.set(text, given);
  return given;
}
