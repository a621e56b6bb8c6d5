// `npm run check`: everything that can be said of the code without running it.
import { spawn } from "node:child_process";

const bin = (name) => ["node_modules/.bin", name].join("/");
const CHECKS = [
  ["format and lint", bin("biome"), ["check", "."]],
  ["lockfile", process.execPath, ["scripts/check-lockfile.mjs"]],
  ["route types", bin("next"), ["typegen"]],
  ["types", bin("tsc"), ["--noEmit"]],
  ["architecture", process.execPath, ["scripts/check-modules.mjs"]],
  ["unused code", bin("knip"), []],
  ["migration drift", process.execPath, ["scripts/check-migrations.mjs"]],
];

/** Runs one check quietly; its output is shown when it fails. */
function run([name, command, args]) {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, FORCE_COLOR: "0" },
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ name, ok: false, output: String(error) }));
    child.on("close", (code) =>
      resolve({ name, ok: code === 0, output, seconds: (Date.now() - started) / 1000 }),
    );
  });
}

/** Runs every check, prints one line each, returns how many passed and failed. */
export async function runChecks() {
  const counts = { passed: 0, failed: 0, failures: [] };
  for (const check of CHECKS) {
    const result = await run(check);
    counts[result.ok ? "passed" : "failed"]++;
    process.stdout.write(
      `${result.ok ? "ok    " : "FAILED"} ${result.name} (${(result.seconds ?? 0).toFixed(1)} s)\n`,
    );
    if (result.ok) continue;
    counts.failures.push(check[0]);
    process.stdout.write(`${result.output}\n`);
  }
  return counts;
}

if (process.argv[1]?.endsWith("check.mjs")) {
  const { failed } = await runChecks();
  process.exit(failed === 0 ? 0 : 1);
}
