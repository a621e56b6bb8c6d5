import { openAsBlob } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { inject } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { BYTEA_AS_IT_IS } from "@/db/open/bytea-as-it-is";
import { roundTripCounter } from "@/db/open/round-trip-counter";
import { wrapPglite } from "@/db/open/wrap-pglite";

/** A migrated, empty, in-memory database of its own, cloned from the run's template. */
export async function createTestDatabase(
  options: { readonly onRoundTrip?: (statement: string) => void } = {},
): Promise<OpenDatabase> {
  const loadDataDir = await openAsBlob(inject("pgliteTemplate"));
  const pglite = await PGlite.create({ loadDataDir, ...BYTEA_AS_IT_IS });
  return wrapPglite(pglite, roundTripCounter(options.onRoundTrip), () => pglite.close());
}
