import { beforeAll, expect, it } from "vitest";
import { addImportFiles } from "@/db/mutations/add-import-files";
import { createBatch } from "@/db/mutations/create-batch";
import { finishBatch } from "@/db/mutations/finish-batch";
import { finishImportFile } from "@/db/mutations/finish-import-file";
import { replaceArchive } from "@/db/mutations/replace-archive";
import { startBatch } from "@/db/mutations/start-batch";
import { storeSourceFile } from "@/db/mutations/store-source-file";
import { batchSummary } from "@/db/queries/batch-summary";
import { findBatch } from "@/db/queries/find-batch";
import { findImportFile } from "@/db/queries/find-import-file";
import { waitingImportFiles } from "@/db/queries/waiting-import-files";
import { runAsAthlete } from "@/db/run-as-athlete";
import type { RunAsAthlete } from "@/db/scope";
import { newId } from "@/lib/ids";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

const NOW = new Date("2026-03-10T08:00:00Z");
const named = (name: string) => ({ name, byteLength: 10, spoolKey: `key-${name}` });

eachDatabase("the import ledger", (databases) => {
  let run: RunAsAthlete;
  beforeAll(async () => {
    const database = await databases.create();
    run = runAsAthlete(database, (await createTestAthlete(database)).athleteId);
  });

  it("keeps files in the order in which they came, also when they come at once", async () => {
    const batchId = await run((tx) => createBatch(tx, { origin: "upload" }));
    await run((tx) => addImportFiles(tx, batchId, [named("a"), named("b")]));
    await Promise.all(
      ["c", "d", "e"].map((name) => run((tx) => addImportFiles(tx, batchId, [named(name)]))),
    );
    const waiting = await run((tx) => waitingImportFiles(tx, batchId));
    expect(waiting.slice(0, 2).map((file) => file.name)).toEqual(["a", "b"]);
    expect(new Set(waiting.map((file) => file.name))).toEqual(new Set("abcde"));
  });

  it("enters thousands of files in one go", async () => {
    const batchId = await run((tx) => createBatch(tx, { origin: "upload" }));
    const names = Array.from({ length: 4500 }, (_, i) => named(`f${i}`));
    const ids = await run((tx) => addImportFiles(tx, batchId, names));
    const waiting = await run((tx) => waitingImportFiles(tx, batchId));
    expect(waiting.map((file) => file.id)).toEqual(ids);
  });

  it("is started once and ends only when every file has its outcome", async () => {
    const batchId = await run((tx) => createBatch(tx, { origin: "command_line" }));
    const [first = "", second = ""] = await run((tx) =>
      addImportFiles(tx, batchId, [named("a"), named("b")]),
    );
    expect(await run((tx) => startBatch(tx, newId()))).toBe("unknown");
    expect(await run((tx) => startBatch(tx, batchId))).toBe("started");
    expect(await run((tx) => startBatch(tx, batchId))).toBe("already");

    const days = ["2026-03-01", "2026-03-02"];
    await run((tx) => finishImportFile(tx, first, { status: "imported", wellnessDays: days }));
    expect(await run((tx) => finishBatch(tx, batchId, NOW))).toBe(false);
    await run((tx) =>
      finishImportFile(tx, second, { status: "partial", wellnessDays: ["2026-03-02"] }),
    );
    expect(await run((tx) => finishBatch(tx, batchId, NOW))).toBe(true);
    expect(await run((tx) => finishBatch(tx, batchId, NOW))).toBe(false);
    expect(await run((tx) => findBatch(tx, batchId))).toMatchObject({
      status: "finished",
      finishedAt: NOW,
    });
    expect(await run((tx) => batchSummary(tx, batchId))).toEqual({
      status: "finished",
      total: 2,
      waiting: 0,
      imported: 1,
      duplicate: 0,
      partial: 1,
      rejected: 0,
      days: 2,
    });
  });

  it("lets the first outcome of a file stand and forgets where its bytes waited", async () => {
    const batchId = await run((tx) => createBatch(tx, { origin: "upload" }));
    const [id = ""] = await run((tx) => addImportFiles(tx, batchId, [named("a")]));
    expect(await run((tx) => finishImportFile(tx, id, { status: "imported" }))).toBe(true);
    expect(await run((tx) => finishImportFile(tx, id, { status: "rejected" }))).toBe(false);
    expect(await run((tx) => findImportFile(tx, id))).toMatchObject({
      status: "imported",
      spoolKey: null,
    });
  });

  it("puts an archive's files in its place, once", async () => {
    const batchId = await run((tx) => createBatch(tx, { origin: "upload" }));
    const [archive = ""] = await run((tx) => addImportFiles(tx, batchId, [named("all.zip")]));
    const entries = [
      named("all.zip › a.fit"),
      {
        name: "all.zip › b.txt",
        byteLength: 3,
        spoolKey: null,
        refusal: { code: "not_recognised", reason: "This is a text file." },
      },
    ];
    expect(await run((tx) => replaceArchive(tx, archive, entries))).toBe(true);
    expect(await run((tx) => replaceArchive(tx, archive, entries))).toBe(false);
    expect(await run((tx) => batchSummary(tx, batchId))).toMatchObject({
      total: 2,
      waiting: 1,
      rejected: 1,
    });
  });

  it("keeps the same bytes once", async () => {
    const file = {
      sha256: "ab".repeat(32),
      kind: "fit",
      byteLength: 3,
      content: new Uint8Array([1, 2, 3]),
    } as const;
    const [one, two] = await Promise.all([
      run((tx) => storeSourceFile(tx, file)),
      run((tx) => storeSourceFile(tx, file)),
    ]);
    expect(one.id).toBe(two.id);
    expect([one.isNew, two.isNew].sort()).toEqual([false, true]);
  });
});
