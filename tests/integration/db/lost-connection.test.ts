import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { rows } from "@/db/rows";
import { onPostgres } from "../../support/test-databases";

onPostgres("a connection that the server drops", (server) => {
  it("fails the work that has it in hand, and neither the process nor the next", async () => {
    const database = await server.create();
    const work = database.transaction([], async (tx) => {
      const [own] = rows<{ pid: number }>(await tx.execute(sql`select pg_backend_pid() as pid`));
      await database.db.execute(sql`select pg_terminate_backend(${own?.pid})`);
      // Unheard, its end would end this process here, between two statements.
      await pause(200);
      await tx.execute(sql`select 1`);
    });
    await expect(work).rejects.toThrow();
    const next = database.transaction([], async (tx) => rows(await tx.execute(sql`select 1 as n`)));
    expect(await next).toEqual([{ n: 1 }]);
  });
});
