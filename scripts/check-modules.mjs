// The architecture rules, with a guard: a checker that reads no modules finds no violations.
import { spawnSync } from "node:child_process";

const FEWEST_MODULES = 150;
const { stdout, stderr, status } = spawnSync(
  process.execPath,
  [
    "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
    "--output-type",
    "json",
    "app",
    "components",
    "lib",
    "db",
    "inngest",
    "scripts",
    "tests",
    "instrumentation.ts",
    "proxy.ts",
  ],
  { encoding: "utf8", maxBuffer: 1 << 30 },
);
if (!stdout) {
  process.stderr.write(stderr || `dependency-cruiser ended with ${status}\n`);
  process.exit(1);
}
const { summary, modules } = JSON.parse(stdout);
for (const { rule, from, to } of summary.violations) {
  process.stderr.write(`${rule.name}: ${from} → ${to}\n`);
}
const ours = modules.filter((module) => !module.source.includes("node_modules")).length;
if (ours < FEWEST_MODULES) {
  process.stderr.write(
    `Only ${ours} modules were read (at least ${FEWEST_MODULES} expected): the checker is blind.\n`,
  );
  process.exit(1);
}
process.stdout.write(
  `${ours} modules, ${summary.violations.length} violations of the architecture rules\n`,
);
process.exit(summary.violations.some(({ rule }) => rule.severity === "error") ? 1 : 0);
