import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { lockSealedValues, replaceSealedValue } from "@/db/mutations/sealed-values";
import { athleteKey, ringKeyUse } from "@/db/queries/athlete-keys";
import { athleteKeys, connections, webhookReceipts } from "@/db/schema/connections";
import { type AthleteContext, athleteContextForJob, systemContext } from "@/lib/auth/context";
import { newDataKey, wrapDataKeys } from "@/lib/crypto/data-keys";
import { createKeyRing, type KeyRing } from "@/lib/crypto/key-ring";
import { sealedBy } from "@/lib/crypto/sealed";
import { newId } from "@/lib/ids";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import {
  openForAthlete,
  openForSystem,
  sealForAthlete,
  sealForSystem,
} from "@/lib/services/athlete-key";
import { dispatchKeyRenewals } from "@/lib/services/dispatch-key-renewals";
import { dropFormerKey, renewAthleteKey } from "@/lib/services/renew-athlete-key";
import { resealReceipts, rewrapKeys } from "@/lib/services/rewrap-keys";
import { createTestAthlete } from "../../support/test-athlete";
import { eachDatabase } from "../../support/test-databases";

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-keys-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "silent");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const COLUMN = "connections.credentials";
const holder = globalThis as { formlineKeyRing?: KeyRing | undefined };

/** The ring that a server with these keys has, the first one current. */
function useRing(...ids: readonly string[]): void {
  holder.formlineKeyRing = createKeyRing(ids.map((id) => ({ id, key: Buffer.alloc(32, id) })));
}

eachDatabase("sealed values", (databases) => {
  let database: OpenDatabase;
  beforeEach(async () => {
    database = await databases.create();
    setDatabase(database);
    useRing("old");
  });
  afterEach(() => {
    setDatabase(null);
    holder.formlineKeyRing = undefined;
  });

  const newAthlete = async () =>
    athleteContextForJob((await createTestAthlete(database)).athleteId);

  /** A connection whose credentials are `secret`; its id. */
  const connect = async (ctx: AthleteContext, secret: string): Promise<string> => {
    const id = newId();
    await ctx.tx(async (tx) => {
      const credentials = await sealForAthlete(tx, COLUMN, id, secret);
      const { athleteId } = tx;
      const row = { id, athleteId, provider: "calendar" as const, label: "Feed", credentials };
      await tx.db.insert(connections).values(row);
    });
    return id;
  };
  const sealedOf = async (ctx: AthleteContext, id: string) => {
    const values = await ctx.tx(lockSealedValues);
    const found = values.find(({ rowId }) => rowId === id);
    if (!found) throw new Error("nothing is sealed there");
    return found.sealed;
  };
  const secretOf = async (ctx: AthleteContext, id: string) => {
    const sealed = await sealedOf(ctx, id);
    return ctx.tx((tx) => openForAthlete(tx, COLUMN, id, sealed));
  };

  it("open for the athlete, the column and the row that they were sealed for, only", async () => {
    const [ctx, other] = [await newAthlete(), await newAthlete()];
    const id = await connect(ctx, "token-1");
    await connect(other, "token-2");
    expect(await secretOf(ctx, id)).toBe("token-1");
    const sealed = await sealedOf(ctx, id);
    expect(Buffer.from(sealed).toString()).not.toContain("token-1");
    const at = (
      where: AthleteContext,
      column: "oauth_attempts.verifier" | typeof COLUMN,
      row: string,
    ) => where.tx((tx) => openForAthlete(tx, column, row, sealed));
    await expect(at(ctx, COLUMN, newId())).rejects.toMatchObject({ code: "internal" });
    await expect(at(ctx, "oauth_attempts.verifier", id)).rejects.toMatchObject({
      code: "internal",
    });
    await expect(at(other, COLUMN, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("are sealed with one key per athlete, also when two begin at once", async () => {
    const ctx = await newAthlete();
    const ids = await Promise.all([connect(ctx, "a"), connect(ctx, "b"), connect(ctx, "c")]);
    const sealed = await Promise.all(ids.map((id) => sealedOf(ctx, id)));
    expect(new Set(sealed.map(sealedBy)).size).toBe(1);
    expect(await secretOf(ctx, ids[1])).toBe("b");
  });

  it("cannot be read by anybody once the athlete's key is erased", async () => {
    const ctx = await newAthlete();
    const id = await connect(ctx, "token-1");
    await ctx.tx(({ db }) => db.delete(athleteKeys));
    await expect(secretOf(ctx, id)).rejects.toMatchObject({ code: "not_found" });
    const again = await connect(ctx, "token-2");
    expect(await secretOf(ctx, again)).toBe("token-2");
    await expect(secretOf(ctx, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("cannot be read, or made, without the key of the ring; put back, it opens them", async () => {
    const ctx = await newAthlete();
    const id = await connect(ctx, "token-1");
    useRing("another");
    const missing = { code: "unavailable", message: expect.stringContaining('"old"') };
    await expect(secretOf(ctx, id)).rejects.toMatchObject(missing);
    await expect(connect(ctx, "token-2")).rejects.toMatchObject(missing);
    useRing("another", "old");
    expect(await secretOf(ctx, id)).toBe("token-1");
  });

  it("stay readable while the ring is rotated in the middle of use, and after it", async () => {
    const athletes: { ctx: AthleteContext; id: string }[] = [];
    for (let i = 0; i < 5; i++) {
      const ctx = await newAthlete();
      athletes.push({ ctx, id: await connect(ctx, `token-${i}`) });
    }
    const allReadable = async () => {
      for (const [i, { ctx, id }] of athletes.entries()) {
        expect(await secretOf(ctx, id)).toBe(`token-${i}`);
      }
    };
    useRing("new", "old");
    // Killed before it was committed: as if nothing had been done.
    const killed = { ...systemContext(), tx: killedAtTheEnd(systemContext().tx) };
    await expect(rewrapKeys(killed, null)).rejects.toThrow("killed");
    expect(await systemContext().tx(ringKeyUse)).toEqual([{ ringKeyId: "old", keys: 5 }]);
    await allReadable();
    const [half] = athletes
      .map(({ ctx }) => ctx.athleteId)
      .sort()
      .slice(1);
    expect(await rewrapKeys(systemContext(), half ?? null)).toMatchObject({ rewrapped: 3 });
    await allReadable();
    expect(await rewrapKeys(systemContext(), null)).toEqual({
      rewrapped: 2,
      unreadable: 0,
      lastId: null,
    });
    expect(await rewrapKeys(systemContext(), null)).toMatchObject({ rewrapped: 0 });
    expect(await systemContext().tx(ringKeyUse)).toEqual([{ ringKeyId: "new", keys: 5 }]);
    useRing("new");
    await allReadable();
  });

  it("follow the ring page by page, also when there are more athletes than in one", async () => {
    const contexts: AthleteContext[] = [];
    for (let i = 0; i < 203; i++) contexts.push(await newAthlete());
    await systemContext().tx(({ db }) =>
      db.insert(athleteKeys).values(
        contexts.map(({ athleteId }) => ({
          athleteId,
          ...wrapDataKeys([newDataKey()], athleteId),
        })),
      ),
    );
    useRing("new", "old");
    const first = await rewrapKeys(systemContext(), null);
    expect(first).toEqual({ rewrapped: 200, unreadable: 0, lastId: expect.any(String) });
    const half = await systemContext().tx(ringKeyUse);
    expect(half).toEqual([
      { ringKeyId: "new", keys: 200 },
      { ringKeyId: "old", keys: 3 },
    ]);
    expect(await rewrapKeys(systemContext(), first.lastId)).toEqual({
      rewrapped: 3,
      unreadable: 0,
      lastId: null,
    });
    // Begun anew, as after a restart: nothing is left to do.
    expect(await rewrapKeys(systemContext(), null)).toMatchObject({ rewrapped: 0 });
  });

  it("are not lost when a key of the ring is missing at its rotation", async () => {
    const [ctx, other] = [await newAthlete(), await newAthlete()];
    const id = await connect(ctx, "token-1");
    useRing("lost");
    await connect(other, "token-2");
    useRing("new", "old");
    expect(await rewrapKeys(systemContext(), null)).toMatchObject({ rewrapped: 1, unreadable: 1 });
    expect(await secretOf(ctx, id)).toBe("token-1");
  });

  it("get a new key of the athlete as a whole or not at all, while others write", async () => {
    const ctx = await newAthlete();
    const ids = await Promise.all([connect(ctx, "a"), connect(ctx, "b")]);
    const [first, second] = ids;
    const before = sealedBy(await sealedOf(ctx, first));
    const killed = { ...ctx, tx: killedAtTheEnd(ctx.tx) };
    await expect(renewAthleteKey(killed)).rejects.toThrow("killed");
    expect(sealedBy(await sealedOf(ctx, first))).toBe(before);

    // Sealed before the renewal, written after it: as a sync does that was under way.
    const late = await ctx.tx((tx) => sealForAthlete(tx, COLUMN, second, "b, renewed"));
    const stale = await sealedOf(ctx, first);
    expect(await renewAthleteKey(ctx)).toEqual({ resealed: 2 });
    const after = sealedBy(await sealedOf(ctx, first));
    expect(after).not.toBe(before);
    expect(await ctx.tx((tx) => openForAthlete(tx, COLUMN, first, stale))).toBe("a");
    await ctx.tx((tx) => replaceSealedValue(tx, { column: COLUMN, rowId: second, sealed: late }));
    expect(await secretOf(ctx, second)).toBe("b, renewed");

    expect(await dropFormerKey(ctx)).toEqual({ resealed: 1 });
    expect(sealedBy(await sealedOf(ctx, second))).toBe(after);
    expect(await secretOf(ctx, first)).toBe("a");
    expect(await secretOf(ctx, second)).toBe("b, renewed");
    await expect(ctx.tx((tx) => openForAthlete(tx, COLUMN, first, stale))).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await dropFormerKey(ctx)).toEqual({ resealed: 0 });
  });

  it("seal what belongs to nobody with the ring, and follow its rotation", async () => {
    const id = newId();
    const body = sealForSystem("webhook_receipts.body", id, Buffer.from("a message"));
    await systemContext().tx(({ db }) =>
      db.insert(webhookReceipts).values({
        id,
        provider: "strava",
        dedupKey: "1",
        body,
        byteLength: 9,
      }),
    );
    useRing("new", "old");
    expect(await resealReceipts(systemContext(), null)).toMatchObject({ rewrapped: 1 });
    useRing("new");
    const stored = await systemContext().tx(async ({ db }) => {
      const [row] = await db.select().from(webhookReceipts).where(eq(webhookReceipts.id, id));
      return row?.body ?? new Uint8Array();
    });
    const opened = openForSystem("webhook_receipts.body", id, stored);
    expect(Buffer.from(opened).toString()).toBe("a message");
    expect(() => openForSystem("webhook_receipts.body", newId(), stored)).toThrow(/not used/);
  });

  it("are rotated by jobs: the ring after a start, old athletes' keys with both in between", async () => {
    const ctx = await newAthlete();
    const id = await connect(ctx, "token-1");
    const before = sealedBy(await sealedOf(ctx, id));
    await ctx.tx(({ db }) =>
      db.update(athleteKeys).set({ createdAt: sql`now() - interval '400 days'` }),
    );
    useRing("new", "old");
    const jobs = await startRunningJobs();
    try {
      const due = await dispatchKeyRenewals(systemContext(), { ageDays: 365, after: null });
      expect(due).toEqual({ athletes: 1, lastId: null });
      await jobs.drain();
      const key = await ctx.tx(athleteKey);
      expect(key?.ringKeyId).toBe("new");
      expect(sealedBy(await sealedOf(ctx, id))).not.toBe(before);
      expect(await secretOf(ctx, id)).toBe("token-1");
      const again = await dispatchKeyRenewals(systemContext(), { ageDays: 365, after: null });
      expect(again.athletes).toBe(0);
    } finally {
      await stopRunningJobs();
    }
  });
});

/** Transactions that do all their work and are undone, as when the process is killed. */
function killedAtTheEnd<Tx>(
  run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): <T>(work: (tx: Tx) => Promise<T>) => Promise<T> {
  return (work) =>
    run(async (tx) => {
      await work(tx);
      throw new Error("killed");
    });
}
