import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, vi } from "vitest";
import { startAnthropicServer } from "./start-anthropic-server";

/**
 * A played model that this process is set up to ask, until the file's tests are over. The
 * environment is read once per process, so call it before anything asks for it.
 */
export async function configuredModel() {
  const server = await startAnthropicServer();
  const dataDir = mkdtempSync(path.join(tmpdir(), "formline-model-"));
  afterAll(async () => {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
  vi.stubEnv("FORMLINE_AI_URL", server.url);
  vi.stubEnv("ANTHROPIC_API_KEY", "sk-test");
  vi.stubEnv("LOG_LEVEL", "silent");
  return server;
}
