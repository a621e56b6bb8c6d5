import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ArchiveBudget } from "@/lib/integrations/files/archive/archive-budget";
import { archiveReader } from "@/lib/integrations/files/archive/archive-reader";
import { MAX_ARCHIVE_BYTES, MAX_ARCHIVE_ENTRIES } from "@/lib/integrations/files/limits";
import type { ArchiveEntry } from "@/lib/integrations/ports";
import { writeZip, type ZipInput } from "../support/write-zip";

vi.setConfig({ testTimeout: 60_000 });

const MIB = 1024 * 1024;
const text = (value: string) => new TextEncoder().encode(value);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "archives-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function stored(bytes: Uint8Array): Promise<string> {
  const filePath = path.join(folder, "given");
  await writeFile(filePath, bytes);
  return filePath;
}

async function entriesOf(bytes: Uint8Array, name = "all.zip"): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  for await (const entry of archiveReader.entries(await stored(bytes), name)) entries.push(entry);
  return entries;
}

/** "name = text" or "name ! code". */
function lines(entries: readonly ArchiveEntry[]): string[] {
  return entries.map((entry) =>
    "bytes" in entry
      ? `${entry.name} = ${new TextDecoder().decode(entry.bytes)}`
      : `${entry.name} ! ${entry.code}`,
  );
}

const zipOf = (...entries: (readonly [string, string | Uint8Array])[]) =>
  writeZip(
    entries.map(([name, content]) => ({
      name,
      content: typeof content === "string" ? text(content) : content,
    })),
  );

describe("the archive reader", () => {
  it("knows an athlete's archive by its manifest: takes the originals, says what to do with the rest", async () => {
    const rest = [
      ["data/activities.jsonl", "{}"],
      ["csv/days.csv", "day"],
      ["originals/aa.gpx", "<gpx/>"],
    ] as const;
    const own = zipOf(...rest, [
      "manifest.json",
      '{\n  "format": "formline-archive",\n  "version": 1}',
    ]);
    const entries = await entriesOf(own);
    expect(lines(entries)).toEqual([
      "all.zip › originals/aa.gpx = <gpx/>",
      "all.zip › manifest.json ! formline_archive",
    ]);
    expect(entries.at(-1)).toMatchObject({ reason: expect.stringContaining("formline restore") });
    const foreign = zipOf(...rest, ["manifest.json", '{"name": "an app"}']);
    expect(lines(await entriesOf(foreign))).toHaveLength(4);
  });

  it("knows archives by their first bytes", async () => {
    expect(await archiveReader.isArchive(await stored(zipOf(["a", "b"])))).toBe(true);
    expect(await archiveReader.isArchive(await stored(gzipSync("b")))).toBe(true);
    expect(await archiveReader.isArchive(await stored(text("PKno")))).toBe(false);
    expect(await archiveReader.isArchive(await stored(text("")))).toBe(false);
  });

  it("gives files in order and leaves out folders and leftovers", async () => {
    const zip = zipOf(
      ["folder/", ""],
      ["folder/b.fit", "B"],
      ["__MACOSX/._b.fit", "x"],
      [".DS_Store", "x"],
      ["a.fit", "A"],
    );
    expect(lines(await entriesOf(zip))).toEqual([
      "all.zip › folder/b.fit = B",
      "all.zip › a.fit = A",
    ]);
  });

  it("shows hostile names harmlessly and reads their content", async () => {
    const zip = zipOf(
      ["../../etc/passwd", "1"],
      ["/abs.fit", "2"],
      ["..\\w.fit", "3"],
      ["a\u0000\u202e.fit", "4"],
    );
    expect(lines(await entriesOf(zip))).toEqual([
      "all.zip › ../../etc/passwd = 1",
      "all.zip › /abs.fit = 2",
      "all.zip › ../w.fit = 3",
      "all.zip › a.fit = 4",
    ]);
  });

  it("unpacks gzip, alone and inside, and archives inside archives", async () => {
    expect(lines(await entriesOf(gzipSync("ride"), "ride.fit.gz"))).toEqual([
      "ride.fit.gz › ride.fit = ride",
    ]);
    const inner = zipOf(["deep.fit", "D"]);
    const zip = zipOf(["x.fit.gz", gzipSync("X")], ["inner.zip", inner]);
    expect(lines(await entriesOf(zip))).toEqual([
      "all.zip › x.fit.gz › x.fit = X",
      "all.zip › inner.zip › deep.fit = D",
    ]);
  });

  it("goes three archives deep and no further", async () => {
    const three = zipOf(["2.zip", zipOf(["3.zip", zipOf(["ok.fit", "ok"])])]);
    expect(lines(await entriesOf(three, "1.zip"))).toEqual(["1.zip › 2.zip › 3.zip › ok.fit = ok"]);
    const four = zipOf(["1.zip", three]);
    expect(lines(await entriesOf(four, "0.zip"))).toEqual([
      "0.zip › 1.zip › 2.zip › 3.zip ! archive_too_deep",
    ]);
  });

  it("refuses bombs before unpacking them, and goes on with the rest", async () => {
    const bomb = new Uint8Array(20 * MIB);
    const zip = zipOf(["bomb.fit", bomb], ["fine.fit", "fine"]);
    expect(lines(await entriesOf(zip))).toEqual([
      "all.zip › bomb.fit ! archive_bomb",
      "all.zip › fine.fit = fine",
    ]);
    expect(lines(await entriesOf(gzipSync(bomb), "b.gz"))).toEqual(["b.gz ! archive_bomb"]);
    const beyond = gzipSync(new Uint8Array(80 * MIB));
    expect(lines(await entriesOf(beyond, "b.gz"))).toEqual(["b.gz ! archive_bomb"]);
  });

  it("does not believe a size that an entry only claims", async () => {
    const lying: ZipInput = { name: "bomb.fit", content: new Uint8Array(9 * MIB), claimedSize: 10 };
    expect(lines(await entriesOf(writeZip([lying])))).toEqual([
      "all.zip › bomb.fit ! archive_entry_unreadable",
    ]);
    const boasting: ZipInput = { name: "a.fit", content: text("x"), claimedSize: 51 * MIB };
    expect(lines(await entriesOf(writeZip([boasting])))[0]).toMatch(/ ! (archive_bomb|too_large)$/);
  });

  it("refuses what is encrypted or broken, each with its own sentence", async () => {
    const locked: ZipInput = { name: "a.fit", content: text("x"), isEncrypted: true };
    const [entry] = await entriesOf(writeZip([locked]));
    expect(entry).toMatchObject({ code: "archive_encrypted" });
    expect(entry && "reason" in entry ? entry.reason : "").toMatch(/password/);
    const zip = zipOf(["a.fit", "A"]);
    expect(lines(await entriesOf(zip.subarray(0, zip.length - 30)))).toEqual([
      "all.zip ! archive_damaged",
    ]);
    const cut = gzipSync("ride".repeat(100)).subarray(0, 20);
    expect(lines(await entriesOf(cut, "r.gz"))).toEqual(["r.gz ! archive_damaged"]);
  });

  it("counts bytes and entries over everything in one archive", () => {
    const budget = new ArchiveBudget();
    expect(budget.take(MAX_ARCHIVE_BYTES)).toBeNull();
    expect(budget.take(1)).toBe("archive_too_large");
    const many = new ArchiveBudget();
    for (let i = 1; i < MAX_ARCHIVE_ENTRIES; i++) many.take(0);
    expect(many.take(0)).toBeNull();
    expect(many.take(0)).toBe("archive_too_many_entries");
  });

  it("refuses an archive with more files than anyone records", async () => {
    const content = text("");
    const entries = Array.from({ length: MAX_ARCHIVE_ENTRIES + 1 }, (_, i) => ({
      name: `${i}`,
      content,
    }));
    expect(lines(await entriesOf(writeZip(entries)))).toEqual([
      "all.zip ! archive_too_many_entries",
    ]);
  });

  it("never throws on damaged archives and leaves no temporary file", async () => {
    // Of its own: other tests use the common one at the same time.
    const temporary = await mkdtemp(path.join(folder, "temporary-"));
    vi.stubEnv("TMPDIR", temporary);
    const zip = zipOf(["a.fit", "A".repeat(300)], ["in.zip", zipOf(["b.fit", "B".repeat(300)])]);
    const flip = fc.record({ at: fc.nat({ max: zip.length - 1 }), value: fc.nat({ max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 8 }), async (flips) => {
        const bytes = zip.slice();
        for (const { at, value } of flips) bytes[at] = value;
        if (!(await archiveReader.isArchive(await stored(bytes)))) return;
        for (const entry of await entriesOf(bytes)) expect(entry.name).toMatch(/^all\.zip/);
      }),
      { numRuns: 150 },
    );
    expect(await readdir(temporary)).toEqual([]);
  });
});
