import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newDataKey, unwrapDataKeys, wrapDataKeys } from "./data-keys";
import { parseRingKeys } from "./parse-ring-keys";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));
const { createKeyRing, keysFromFile, newRingKey } = await import("./key-ring");

const ringOf = (...ids: readonly string[]) =>
  createKeyRing(ids.map((id) => ({ id, key: Buffer.alloc(32, id) })));

describe("the key ring", () => {
  it("makes keys that it reads itself", () => {
    const made = newRingKey(new Date("2026-11-22T10:00:00Z"));
    expect(made).toMatch(/^k20261122-[0-9a-f]{4}:/);
    const [key] = parseRingKeys(made) as readonly { id: string; key: Uint8Array }[];
    expect(key?.key).toHaveLength(32);
    expect(newRingKey(new Date())).not.toBe(newRingKey(new Date()));
  });

  it("says which key is missing and who has to act, and nothing of the others", () => {
    expect(() => ringOf("new").keyOf("old")).toThrow(
      expect.objectContaining({
        code: "unavailable",
        message: expect.stringMatching(/"old" .*FORMLINE_KEYS/),
      }),
    );
    expect(() => createKeyRing([])).toThrow(/FORMLINE_KEYS/);
  });

  it("wraps an athlete's keys under the current key, for that athlete alone", () => {
    const [now, before] = [newDataKey(), newDataKey()];
    const former = wrapDataKeys([now, before], "a", ringOf("old"));
    expect(former.ringKeyId).toBe("old");
    const ring = ringOf("new", "old");
    expect(unwrapDataKeys(former.wrappedKey, "a", ring)).toEqual([now, before]);
    expect(() => unwrapDataKeys(former.wrappedKey, "b", ring)).toThrow(/not in its place/);
    const rewrapped = wrapDataKeys([now], "a", ring);
    expect(rewrapped.ringKeyId).toBe("new");
    expect(unwrapDataKeys(rewrapped.wrappedKey, "a", ringOf("new"))).toEqual([now]);
    expect(() => unwrapDataKeys(former.wrappedKey, "a", ringOf("new"))).toThrow(/"old"/);
  });
});

describe("keysFromFile", () => {
  let directory: string;
  beforeEach(() => {
    directory = path.join(mkdtempSync(path.join(tmpdir(), "formline-keys-")), "data");
  });
  afterEach(() => rmSync(path.dirname(directory), { recursive: true }));

  it("makes a key that only the owner can read, and keeps it", () => {
    const made = keysFromFile(directory);
    expect(made).toHaveLength(1);
    expect(statSync(path.join(directory, "keys")).mode & 0o777).toBe(0o600);
    expect(keysFromFile(directory)).toEqual(made);
  });

  it("closes a file that others can read, and takes several keys from it", () => {
    const [made] = keysFromFile(directory);
    const file = path.join(directory, "keys");
    writeFileSync(file, `${newRingKey(new Date())},${readFileSync(file, "utf8")}`);
    chmodSync(file, 0o644);
    expect(keysFromFile(directory)).toEqual([expect.anything(), made]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("refuses a file without a usable key, and does not repeat it", () => {
    keysFromFile(directory);
    writeFileSync(path.join(directory, "keys"), "k1:hunter2");
    const read = () => keysFromFile(directory);
    expect(read).toThrow(/no usable keys/);
    expect(read).not.toThrow(/hunter2/);
  });
});
