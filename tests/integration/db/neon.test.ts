import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { openDatabase } from "@/db/open/open-database";
import { runAsAthlete } from "@/db/run-as-athlete";
import { activities } from "@/db/schema";
import { createAthleteRows } from "@/tests/support/athlete-rows";
import { MIGRATIONS } from "@/tests/support/database-templates";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { onPostgres } from "@/tests/support/test-databases";
import { startWebSocketProxy, type WebSocketProxy } from "@/tests/support/websocket-proxy";

onPostgres("the Neon driver, over a WebSocket proxy", (server) => {
  let proxy: WebSocketProxy;
  let database: OpenDatabase;
  const statements: string[] = [];

  beforeAll(async () => {
    const databaseUrl = await server.createUrl("empty");
    const { hostname, port } = new URL(databaseUrl);
    proxy = await startWebSocketProxy({ host: hostname, port: Number(port) });
    database = await openDatabase({
      databaseUrl,
      driver: "neon",
      webSocketProxy: proxy.address,
      onRoundTrip: (text) => statements.push(text),
    });
    await migrateDatabase(database, { folder: MIGRATIONS, log: () => undefined });
  });
  afterAll(async () => {
    await database?.close();
    await proxy?.close();
  });

  it("carries transactions, bytes and row-level security", async () => {
    expect(database.driver).toBe("neon");
    const a = await createTestAthlete(database);
    const b = await createTestAthlete(database);
    const asB = runAsAthlete(database, b.athleteId);
    const { activityId } = await asB(createAthleteRows);
    const [own] = await asB(({ db }) => db.select().from(activities));
    expect(own).toMatchObject({ id: activityId, day: "2026-03-10", load: 60 });
    expect(own?.startedAt).toEqual(new Date("2026-03-10T06:00:00Z"));
    statements.length = 0;
    expect(
      await runAsAthlete(database, a.athleteId)(({ db }) => db.select().from(activities)),
    ).toEqual([]);
    expect(statements).toHaveLength(3);
    expect(proxy.connections()).toBeGreaterThan(0);
  });

  it("rolls back what fails", async () => {
    const a = await createTestAthlete(database);
    const asA = runAsAthlete(database, a.athleteId);
    const failing = asA(async (tx) => {
      await createAthleteRows(tx);
      throw new Error("after the rows");
    });
    await expect(failing).rejects.toThrow("after the rows");
    expect(await asA(({ db }) => db.select().from(activities))).toEqual([]);
  });
});
