import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { OpenDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { roundTripCounter } from "@/db/open/round-trip-counter";
import { wrapPglite } from "@/db/open/wrap-pglite";

const MIGRATIONS = path.resolve(import.meta.dirname, "../../db/migrations");

let template: Promise<Blob> | undefined;

async function buildTemplate(): Promise<Blob> {
  const pglite = await PGlite.create();
  const database = wrapPglite(pglite, roundTripCounter(), () => pglite.close());
  await migrateDatabase(database, { folder: MIGRATIONS, log: () => undefined });
  const dump = await pglite.dumpDataDir("none");
  await database.close();
  return dump;
}

/** A migrated, empty, in-memory database of its own; migrated once per test file, then cloned. */
export async function createTestDatabase(
  options: { readonly onRoundTrip?: (statement: string) => void } = {},
): Promise<OpenDatabase> {
  template ??= buildTemplate();
  const pglite = await PGlite.create({ loadDataDir: await template });
  return wrapPglite(pglite, roundTripCounter(options.onRoundTrip), () => pglite.close());
}
