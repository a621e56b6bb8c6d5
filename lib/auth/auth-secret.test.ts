import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));
const { secretFromFile } = await import("./auth-secret");

describe("secretFromFile", () => {
  let directory: string;
  beforeEach(() => {
    directory = path.join(mkdtempSync(path.join(tmpdir(), "formline-secret-")), "data");
  });
  afterEach(() => rmSync(path.dirname(directory), { recursive: true }));
  const file = () => path.join(directory, "secret");

  it("makes a key of 256 bits that only the owner can read, and keeps it", () => {
    const secret = secretFromFile(directory);
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(secretFromFile(directory)).toBe(secret);
    expect(readFileSync(file(), "utf8")).toBe(secret);
  });

  it("closes a file that others can read", () => {
    const secret = secretFromFile(directory);
    chmodSync(file(), 0o644);
    expect(secretFromFile(directory)).toBe(secret);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it("refuses a file without a usable key instead of signing with it", () => {
    secretFromFile(directory);
    writeFileSync(file(), "short");
    expect(() => secretFromFile(directory)).toThrow("holds no usable key");
  });
});
