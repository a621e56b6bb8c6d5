// `npm test`: installs what the tests need and runs all of them. Last line: N passed, N failed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildApp } from "./build/build.mjs";
import { installDependencies, requireNode } from "./build/install.mjs";

requireNode();
installDependencies();

const only = process.argv.slice(2);
const wants = (part) => only.length === 0 || only.includes(part);
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const scratch = mkdtempSync(path.join(tmpdir(), "formline-test-"));

function add(name, counts) {
  failures.push(...(counts.failures ?? []).map((failure) => `${name}: ${failure}`));
  for (const key of Object.keys(total)) total[key] += counts[key] ?? 0;
  process.stdout.write(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped ?? 0} skipped\n\n`,
  );
}

function hasBrowserTests() {
  return (
    existsSync("tests/e2e") && readdirSync("tests/e2e").some((name) => name.endsWith(".spec.ts"))
  );
}

/** What failed in one file of vitest's report, each with the first lines of the cause. */
function failuresOf({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === "failed");
  const file = path.relative(process.cwd(), name);
  if (status === "failed" && failed.length === 0) return [shortened(`${file}\n${message}`)];
  return failed.map((test) => shortened([`${file} › ${test.fullName}`, ...test.failureMessages]));
}

function shortened(lines) {
  return [lines].flat().join("\n").split("\n").slice(0, 12).join("\n    ");
}

/** Vitest's own report decides; a runner that died without one is a failure. */
function vitest(project) {
  const report = path.join(scratch, `${project}.json`);
  const run = spawnSync(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { stdio: "inherit" },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  const brokenFiles = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const died = run.status !== 0 && numFailedTests + brokenFiles === 0 ? 1 : 0;
  return {
    failures: testResults.flatMap(failuresOf),
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles + died,
    skipped: numPendingTests,
  };
}

try {
  if (wants("check")) {
    const { runChecks } = await import("./check.mjs");
    add("static checks", { ...(await runChecks()), skipped: 0 });
  }
  for (const project of ["unit", "integration", "contract"]) {
    if (wants(project)) add(project, vitest(project));
  }
  if (wants("e2e") && !hasBrowserTests()) {
    process.stdout.write("browser: no tests are written yet\n\n");
  } else if (wants("e2e")) {
    buildApp();
    const { runBrowserTests } = await import("./test-e2e.mjs");
    add("browser", await runBrowserTests(scratch));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
// Last, so that they are found in a long output.
if (failures.length > 0) process.stdout.write(`Failed:\n${failures.join("\n")}\n\n`);
process.stdout.write(`${total.skipped} skipped, each with its reason above\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);
