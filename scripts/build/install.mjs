// Installs dependencies when the lockfile is not the one that was installed last.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const STAMP = "node_modules/.formline-lock";

function lockDigest() {
  return createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
}

/** Ends the process with a clear message when this Node cannot run Formline. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  process.stderr.write(
    `Formline needs Node 20.9 or newer; this is ${process.versions.node}. Install a newer Node and run the command again.\n`,
  );
  process.exit(1);
}

export function installDependencies() {
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === lockDigest()) return;
  process.stdout.write("Installing dependencies …\n");
  // An exported NODE_ENV=production would leave out what building and testing need.
  const flags = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", ["ci", ...flags], { stdio: "inherit" });
  if (status !== 0) {
    process.stderr.write(
      "Installing failed: see the lines above. Is the npm registry reachable?\n",
    );
    process.exit(status ?? 1);
  }
  writeFileSync(STAMP, lockDigest());
}
