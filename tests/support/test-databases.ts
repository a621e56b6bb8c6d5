import { randomUUID } from "node:crypto";
import { afterAll, describe, inject, vi } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { type OpenOptions, openDatabase } from "@/db/open/open-database";
import { TEMPLATE_DATABASE } from "./database-templates";
import { createTestDatabase } from "./pglite-database";
import { OWNER, postgresClient } from "./postgres-cluster";

// A clone takes a third of a second alone and several on a machine that is busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

export type TestDatabases = {
  readonly driver: "pglite" | "postgres";
  /** A migrated, empty database of its own, closed at the end of the suite. */
  create(options?: Pick<OpenOptions, "onRoundTrip">): Promise<OpenDatabase>;
};

const NO_SERVER = "no initdb and postgres on PATH or in /usr/lib/postgresql";

/**
 * Declares a suite twice: on PGlite, and on a real PostgreSQL that is started for the run where
 * the machine has one. Where it has none, the suite is skipped and says why.
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
  const port = inject("postgresPort");
  if (port === null) {
    process.stdout.write(`Skipped: ${name}: ${NO_SERVER}.\n`);
    describe.skip(`${name}: ${NO_SERVER}`, () => suite(unavailable));
    return;
  }
  const server = postgresClient(port);
  describe(name, () => {
    const opened: OpenDatabase[] = [];
    afterAll(() => closeAll(opened));
    const createUrl: PostgresServer["createUrl"] = async (kind) => {
      const database = `test_${randomUUID().replaceAll("-", "")}`;
      const template = kind === "migrated" ? TEMPLATE_DATABASE : "template0";
      await server.admin(`create database ${database} owner ${OWNER} template ${template}`);
      return server.url(database);
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
