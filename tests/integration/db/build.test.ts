import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { getDatabase } from "@/db/client";
import { register } from "@/instrumentation";

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-build-"));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

it("opens no database and writes no file while the app is built", async () => {
  vi.stubEnv("NEXT_RUNTIME", "nodejs");
  vi.stubEnv("NEXT_PHASE", "phase-production-build");
  vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
  await register();
  expect(readdirSync(dataDir)).toEqual([]);
  expect(() => getDatabase()).toThrow("not open");
});
