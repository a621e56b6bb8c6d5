import path from "node:path";
import { afterAll, beforeAll, describe, vi } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { type OpenOptions, openDatabase } from "@/db/open/open-database";
import { createTestDatabase } from "./pglite-database";
import {
  OWNER,
  type PostgresCluster,
  postgresBinaries,
  startPostgresCluster,
} from "./postgres-cluster";

// A clone takes a third of a second alone and several on a machine that is busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

export const MIGRATIONS = path.resolve(import.meta.dirname, "../../db/migrations");

export type TestDatabases = {
  readonly driver: "pglite" | "postgres";
  /** A migrated, empty database of its own, closed at the end of the suite. */
  create(options?: Pick<OpenOptions, "onRoundTrip">): Promise<OpenDatabase>;
};

const BINARIES = postgresBinaries();
const NO_SERVER = "no initdb and postgres on PATH or in /usr/lib/postgresql";

/**
 * Declares a suite twice: on PGlite, and on a real PostgreSQL that is started for this file
 * where the machine has one. Where it has none, the suite is skipped and says why.
 */
export function eachDatabase(name: string, suite: (databases: TestDatabases) => void): void {
  describe(`${name} (PGlite)`, () => {
    const opened: OpenDatabase[] = [];
    afterAll(() => closeAll(opened));
    suite({
      driver: "pglite",
      create: async (options) => keep(opened, await createTestDatabase(options)),
    });
  });
  onPostgres(`${name} (PostgreSQL)`, (server) => {
    suite({ driver: "postgres", create: server.create });
  });
}

export type PostgresServer = {
  readonly create: TestDatabases["create"];
  /** URL of a new database: migrated, or without any table. */
  createUrl(kind: "migrated" | "empty"): Promise<string>;
};

/** Declares a suite that needs a real PostgreSQL; skipped, saying why, where there is none. */
export function onPostgres(name: string, suite: (server: PostgresServer) => void): void {
  if (BINARIES === null) {
    process.stdout.write(`Skipped: ${name}: ${NO_SERVER}.\n`);
    describe.skip(`${name}: ${NO_SERVER}`, () => suite(unavailable));
    return;
  }
  const binaries = BINARIES;
  describe(name, () => {
    const opened: OpenDatabase[] = [];
    let cluster: PostgresCluster | undefined;
    let databases = 0;
    beforeAll(async () => {
      cluster = await startPostgresCluster(binaries);
      await cluster.admin(`create database template_formline owner ${OWNER}`);
      const template = await openDatabase({ databaseUrl: cluster.url("template_formline") });
      await migrateDatabase(template, { folder: MIGRATIONS, log: () => undefined });
      await template.close();
    }, 60_000);
    afterAll(async () => {
      await closeAll(opened);
      await cluster?.stop();
    });
    const createUrl: PostgresServer["createUrl"] = async (kind) => {
      if (!cluster) throw new Error("The server runs only while the suite's tests do.");
      databases += 1;
      const template = kind === "migrated" ? "template_formline" : "template0";
      await cluster.admin(`create database test_${databases} owner ${OWNER} template ${template}`);
      return cluster.url(`test_${databases}`);
    };
    suite({
      createUrl,
      create: async (options) =>
        keep(opened, await openDatabase({ ...options, databaseUrl: await createUrl("migrated") })),
    });
  });
}

const unavailable: PostgresServer = {
  create: () => Promise.reject(new Error(NO_SERVER)),
  createUrl: () => Promise.reject(new Error(NO_SERVER)),
};

function keep(opened: OpenDatabase[], database: OpenDatabase): OpenDatabase {
  opened.push(database);
  return database;
}

async function closeAll(opened: OpenDatabase[]): Promise<void> {
  await Promise.all(opened.splice(0).map((database) => database.close()));
}
