import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { OpenDatabase, Tx } from "@/db/client";
import { lookUpAsSystem } from "@/db/look-up-as-system";
import { rows } from "@/db/rows";
import { eachDatabase } from "@/tests/support/test-databases";

const add = async (db: Tx, n: number | string) => {
  await db.execute(sql`insert into written (n) values (${n}::int)`);
};

eachDatabase("what a transaction ends with", (databases) => {
  let database: OpenDatabase;

  beforeAll(async () => {
    database = await databases.create();
    await database.db.execute(sql`create table written (n int check (n < 10))`);
  });

  const written = async () =>
    rows<{ n: number }>(await database.db.execute(sql`select n from written order by n`)).map(
      ({ n }) => n,
    );

  it("is kept with the rest, in the order in which it was given", async () => {
    await database.transaction([], async (db, withCommit) => {
      await add(db, 1);
      withCommit(add(db, 2));
      withCommit(
        Promise.resolve(db.execute(sql`update written set n = n + 1`)).then(() => undefined),
      );
    });
    expect(await written()).toEqual([2, 3]);
  });

  it("takes all back when it fails, and the failure is the one that came first", async () => {
    const before = await written();
    const work = database.transaction([], async (db, withCommit) => {
      await add(db, 4);
      withCommit(add(db, "none"));
      withCommit(add(db, 5));
    });
    await expect(work).rejects.toMatchObject({
      cause: { message: expect.stringContaining('"none"') },
    });
    expect(await written()).toEqual(before);
  });

  it("is the cause where the work fails of what it asked after it", async () => {
    const work = database.transaction([], async (db, withCommit) => {
      withCommit(add(db, 11));
      await add(db, 6);
    });
    await expect(work).rejects.toMatchObject({
      cause: { message: expect.stringContaining("check") },
    });
    expect(await written()).not.toContain(6);
  });

  it("is followed by nothing that would stand outside of the transaction", async () => {
    let late: Promise<unknown> = Promise.resolve();
    await database.transaction([], async (db, withCommit) => {
      withCommit(add(db, 7));
      late = written()
        .then(() => add(db, 8))
        .catch((error: unknown) => error);
    });
    expect(await late).toBeInstanceOf(Error);
    expect(await written()).not.toContain(8);
  });

  it("goes with what is asked at once, and what is asked later is refused", async () => {
    const before = database.roundTrips();
    const asked = await database.transaction(
      [],
      (db) => Promise.all([add(db, 5), db.execute(sql`select count(*)::int as n from written`)]),
      { isOneTurn: true },
    );
    expect(rows<{ n: number }>(asked[1])[0]?.n).toBe((await written()).length);
    expect(await written()).toContain(5);
    expect(database.roundTrips() - before).toBeLessThanOrEqual(6);
    const twice = database.transaction(
      [],
      async (db) => {
        await add(db, "none").catch(() => undefined);
        await add(db, 6);
      },
      { isOneTurn: true },
    );
    await expect(twice).rejects.toThrow();
    expect(await written()).not.toContain(6);
    const failed = database.transaction([], (db) => add(db, 12), { isOneTurn: true });
    await expect(failed).rejects.toMatchObject({
      cause: { message: expect.stringContaining("check") },
    });
    expect(await written()).not.toContain(12);
  });

  it("is waited for where single statements stand without a transaction", async () => {
    await lookUpAsSystem(database)(async ({ db, withCommit }) => withCommit(add(db, 9)));
    expect(await written()).toContain(9);
  });
});
