import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { createSpool } from "./create-spool";

let parent = "";
beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), "spool-"));
});
afterAll(() => rm(parent, { recursive: true, force: true }));

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

async function* failing(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode("half");
  throw new Error("connection lost");
}

describe("the spool", () => {
  it("gives back what it took, from another instance too", async () => {
    const folder = path.join(parent, "a", "spool");
    const { key, byteLength } = await createSpool(folder).write(chunks("he", "llo"), 100);
    expect(byteLength).toBe(5);
    const again = createSpool(folder);
    expect(new TextDecoder().decode(await again.read(key))).toBe("hello");
    expect(again.pathOf(key)).toBe(path.join(folder, key));
    await again.remove(key);
    await again.remove(key);
    await expect(again.read(key)).rejects.toThrow();
  });

  it("lets only its owner read", async () => {
    const spool = createSpool(path.join(parent, "private"));
    const { key } = await spool.write(chunks("x"), 10);
    expect((await stat(spool.pathOf(key))).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(spool.pathOf(key)))).mode & 0o777).toBe(0o700);
  });

  it("refuses past the limit and leaves nothing behind", async () => {
    const folder = path.join(parent, "limit");
    const spool = createSpool(folder);
    const tooMuch = spool.write(chunks("12345", "67890"), 9);
    await expect(tooMuch).rejects.toBeInstanceOf(AppError);
    await expect(spool.write(chunks("12345", "67890"), 9)).rejects.toMatchObject({
      code: "too_large",
    });
    expect(await readdir(folder)).toEqual([]);
    expect((await spool.write(chunks("12345", "6789"), 9)).byteLength).toBe(9);
  });

  it("keeps nothing of an upload that broke off", async () => {
    const folder = path.join(parent, "broken");
    await expect(createSpool(folder).write(failing(), 100)).rejects.toThrow("connection lost");
    expect(await readdir(folder)).toEqual([]);
  });

  it("never turns a name into a path", () => {
    const spool = createSpool(parent);
    for (const key of ["../etc/passwd", "/etc/passwd", "", "A".repeat(32), "a".repeat(33)]) {
      expect(() => spool.pathOf(key)).toThrow(AppError);
    }
  });
});
