// Builds the app for production when a source has changed since the last build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const STAMP = ".next/formline-sources";
const SOURCES = ["app", "components", "db", "inngest", "lib", "public", "scripts"];
const FILES = [
  "instrumentation.ts",
  "proxy.ts",
  "next.config.mjs",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function sourcesDigest() {
  const hash = createHash("sha256");
  for (const file of [...SOURCES.flatMap(filesBelow), ...FILES.filter((f) => existsSync(f))]) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}

export function buildApp() {
  const digest = sourcesDigest();
  if (existsSync(".next/BUILD_ID") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === digest)
    return;
  process.stdout.write("Building the app …\n");
  const { status } = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (status !== 0) {
    process.stderr.write("The build failed: see the lines above.\n");
    process.exit(status ?? 1);
  }
  writeFileSync(STAMP, digest);
}
