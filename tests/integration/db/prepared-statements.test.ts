import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { OpenDatabase, Tx } from "@/db/client";
import { rows } from "@/db/rows";
import { runAsAthlete } from "@/db/run-as-athlete";
import { runAsSystem } from "@/db/run-as-system";
import { createTestAthlete, type TestAthlete } from "../../support/test-athlete";
import { onPostgres } from "../../support/test-databases";

/** More often than it takes to get a name, and then a plan for whatever values. */
const OFTEN = 20;

onPostgres("statements that are asked often", (server) => {
  let database: OpenDatabase;
  const athletes: TestAthlete[] = [];

  beforeAll(async () => {
    database = await server.create();
    for (let n = 0; n < 2; n++) athletes.push(await createTestAthlete(database));
  });

  it("are planned once, and show whoever asks what is theirs all the same", async () => {
    const ask = async ({ db }: { readonly db: Tx }) =>
      rows<{ id: string }>(await db.execute(sql`select id from athletes where ${1}::int > 0`));
    for (let n = 0; n < OFTEN; n++) {
      const { athleteId } = athletes[n % 2] as TestAthlete;
      expect(await runAsAthlete(database, athleteId)(ask)).toEqual([{ id: athleteId }]);
      // The system asks with the same words and sees both.
      if (n % 3 === 0) expect(await runAsSystem(database)(ask)).toHaveLength(2);
    }
    const [plan] = rows<{ generic: string }>(
      await database.db.execute(sql`select generic_plans as generic from pg_prepared_statements
        where statement like 'select id from athletes where%'`),
    );
    expect(Number(plan?.generic)).toBeGreaterThan(0);
  });

  it("do not outlive what they were planned for", async () => {
    await database.db.execute(sql`create table changing (n int)`);
    const ask = () =>
      database.transaction([], async (tx) =>
        rows(await tx.execute(sql`select * from changing where n < ${1}`)),
      );
    for (let n = 0; n < OFTEN; n++) await ask();
    await database.db.execute(sql`alter table changing add column text text`);
    await expect(ask()).rejects.toThrow();
    expect(await ask()).toEqual([]);
  });

  it("are refused with the work when the transaction could not begin as it should", async () => {
    await database.db.execute(sql`create table untouched (n int)`);
    const work = database.transaction(["SET LOCAL ROLE nobody_of_this_name"], (tx) =>
      tx.execute(sql`insert into untouched values (${1})`),
    );
    await expect(work).rejects.toThrow("nobody_of_this_name");
    expect(rows(await database.db.execute(sql`select * from untouched`))).toEqual([]);
  });
});
