import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { TestProject } from "vitest/node";
import type { OpenDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { openDatabase } from "@/db/open/open-database";
import { roundTripCounter } from "@/db/open/round-trip-counter";
import { wrapPglite } from "@/db/open/wrap-pglite";
import {
  OWNER,
  type PostgresCluster,
  postgresBinaries,
  startPostgresCluster,
} from "./postgres-cluster";

declare module "vitest" {
  export interface ProvidedContext {
    /** File with the data folder of a migrated, empty PGlite. */
    pgliteTemplate: string;
    /** Port of a PostgreSQL with a migrated, empty TEMPLATE_DATABASE; null where there is none. */
    postgresPort: number | null;
  }
}

export const MIGRATIONS = path.resolve(import.meta.dirname, "../../db/migrations");
export const TEMPLATE_DATABASE = "template_formline";

/** Migrates once for the whole run: tests clone what is made here. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "formline-templates-"));
  const file = path.join(folder, "pglite.tar");
  const [dump, cluster] = await Promise.all([migratedPglite(), migratedCluster()]);
  writeFileSync(file, new Uint8Array(await dump.arrayBuffer()));
  project.provide("pgliteTemplate", file);
  project.provide("postgresPort", cluster?.port ?? null);
  return async () => {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function migratedPglite(): Promise<Blob> {
  const pglite = await PGlite.create();
  const database = wrapPglite(pglite, roundTripCounter(), () => pglite.close());
  await migrate(database);
  const dump = await pglite.dumpDataDir("none");
  await database.close();
  return dump;
}

async function migratedCluster(): Promise<PostgresCluster | null> {
  const binaries = postgresBinaries();
  if (binaries === null) return null;
  const cluster = await startPostgresCluster(binaries);
  await cluster.admin(`create database ${TEMPLATE_DATABASE} owner ${OWNER}`);
  const database = await openDatabase({ databaseUrl: cluster.url(TEMPLATE_DATABASE) });
  await migrate(database);
  await database.close();
  return cluster;
}

function migrate(database: OpenDatabase): Promise<unknown> {
  return migrateDatabase(database, { folder: MIGRATIONS, log: () => undefined });
}
