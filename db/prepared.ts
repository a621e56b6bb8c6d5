import { env } from "@/lib/env";
import type { Tx } from "./client";

type Preparable<Statement> = { prepare(name: string): Statement };

/**
 * For what every page asks: drizzle writes the statement once per connection, and the server
 * plans it once, under this name. Values are `sql.placeholder`s. With FORMLINE_DB_PREPARE=0 it
 * goes without a name, for poolers that give each transaction another connection.
 */
export function prepared<Statement>(
  name: string,
  write: (db: Tx) => Preparable<Statement>,
): (db: Tx) => Statement {
  // A pool keeps its connections, and each connection its statements.
  const written = new WeakMap<object, Statement>();
  return (db) => {
    const known = written.get(db);
    if (known) return known;
    const statement = write(db).prepare(env().databasePrepares ? name : "");
    written.set(db, statement);
    return statement;
  };
}
