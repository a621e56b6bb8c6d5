import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { diskSpace } from "./disk-space";
import { lastBackupAt, noteBackup } from "./last-backup";

const folder = mkdtempSync(path.join(tmpdir(), "formline-backup-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("knows of no backup before the first one, and of the last one after it", async () => {
  expect(await lastBackupAt(folder)).toBeNull();
  await noteBackup(folder, new Date("2026-11-20T03:00:00Z"));
  await noteBackup(folder, new Date("2026-11-21T03:00:00Z"));
  expect(await lastBackupAt(folder)).toEqual(new Date("2026-11-21T03:00:00Z"));
});

it("takes a damaged note for none", async () => {
  writeFileSync(path.join(folder, "last-backup"), "half a da");
  expect(await lastBackupAt(folder)).toBeNull();
});

it("says how much of the disk is free, or nothing of a folder that is not there", async () => {
  const space = await diskSpace(folder);
  expect(space?.freeBytes).toBeGreaterThan(0);
  expect(space?.totalBytes).toBeGreaterThanOrEqual(space?.freeBytes ?? 0);
  expect(await diskSpace(path.join(folder, "nowhere"))).toBeNull();
});
