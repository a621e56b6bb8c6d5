import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WatchedFile } from "@/lib/integrations/ports";
import { createWatchedFolder } from "./watched-folder";

let home = "";
let root = "";
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "watched-"));
  root = path.join(home, "in");
  for (const folder of ["in/2026", "out"]) mkdirSync(path.join(home, folder), { recursive: true });
  writeFileSync(path.join(root, "2026/ride.fit"), "a ride");
  writeFileSync(path.join(home, "out/ride.fit"), "secret");
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function onlyFile(): Promise<WatchedFile> {
  const { files } = await createWatchedFolder(root).files(null);
  expect(files.map((file) => file.path)).toEqual(["2026/ride.fit"]);
  return files[0] as WatchedFile;
}

async function textOf(file: WatchedFile): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of createWatchedFolder(root).read(file)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe("the watched folder", () => {
  it("lists what lies below it, and reads it", async () => {
    expect(await textOf(await onlyFile())).toBe("a ride");
  });

  it("may itself be reached by a link", async () => {
    symlinkSync(root, path.join(home, "link"));
    const file = await onlyFile();
    const chunks: string[] = [];
    for await (const chunk of createWatchedFolder(path.join(home, "link")).read(file)) {
      chunks.push(Buffer.from(chunk).toString());
    }
    expect(chunks.join("")).toBe("a ride");
  });

  it("does not read through a link that took the place of a folder since", async () => {
    const file = await onlyFile();
    renameSync(path.join(root, "2026"), path.join(home, "away"));
    symlinkSync(path.join(home, "out"), path.join(root, "2026"));
    await expect(textOf(file)).rejects.toMatchObject({ code: "not_found" });
  });

  it("does not read through a link that took the place of a file since", async () => {
    const file = await onlyFile();
    rmSync(path.join(root, file.path));
    symlinkSync(path.join(home, "out/ride.fit"), path.join(root, file.path));
    await expect(textOf(file)).rejects.toMatchObject({ code: "not_found" });
  });

  it("tells a file that is gone from one that cannot be read", async () => {
    const file = await onlyFile();
    rmSync(path.join(root, file.path));
    await expect(textOf(file)).rejects.toMatchObject({ code: "not_found" });
    mkdirSync(path.join(root, file.path));
    await expect(textOf(file)).rejects.toMatchObject({ code: "not_found" });
  });
});
