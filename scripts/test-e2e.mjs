// Browser tests: a server in production mode on a data folder of its own, with the demo athlete.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";

const READY_WITHIN_MS = 60_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function untilReady(url, server) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`The server did not become ready within ${READY_WITHIN_MS / 1000} s`);
}

/** What failed in a suite of Playwright's report, with the first lines of the cause. */
function failedIn({ file, specs = [], suites = [] }) {
  const failed = specs
    .filter((spec) => !spec.ok)
    .map((spec) => {
      const [error] = spec.tests.flatMap((test) => test.results.flatMap((run) => run.errors));
      const cause = (error?.message ?? "no reason given").split("\n").slice(0, 10).join("\n    ");
      return `${file}:${spec.line} › ${spec.title}\n    ${cause}`;
    });
  return [...failed, ...suites.flatMap(failedIn)];
}

/** Counts from Playwright's own report: expected and flaky-but-passed are told apart. */
function countsFrom(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats, errors, suites } = JSON.parse(readFileSync(report, "utf8"));
  return {
    failures: [...errors.map(({ message }) => message), ...suites.flatMap(failedIn)],
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** Where the tests play vendors. */
async function vendorPorts() {
  return {
    E2E_GARMIN_PORT: String(await freePort()),
    E2E_PARTNER_PORT: String(await freePort()),
    E2E_STRAVA_PORT: String(await freePort()),
    E2E_MODEL_PORT: String(await freePort()),
  };
}

/** A server on which every vendor is set up; the ids and secrets are those of the played ones. */
function vendorSettings({ E2E_GARMIN_PORT, E2E_PARTNER_PORT, E2E_STRAVA_PORT, E2E_MODEL_PORT }) {
  const at = (port) => `http://127.0.0.1:${port}`;
  return {
    FORMLINE_GARMIN_PERSONAL_URL: at(E2E_GARMIN_PORT),
    FORMLINE_GARMIN_CONNECT: "1",
    FORMLINE_GARMIN_CONNECT_URL: at(E2E_GARMIN_PORT),
    FORMLINE_GARMIN_CONNECT_AUTH_URL: at(E2E_GARMIN_PORT),
    FORMLINE_GARMIN_PARTNER_ID: "a-client-id",
    FORMLINE_GARMIN_PARTNER_SECRET: "a-client-secret",
    FORMLINE_GARMIN_PARTNER_URL: at(E2E_PARTNER_PORT),
    FORMLINE_GARMIN_PARTNER_AUTH_URL: at(E2E_PARTNER_PORT),
    FORMLINE_GARMIN_PARTNER_CONSENT_URL: at(E2E_PARTNER_PORT),
    FORMLINE_STRAVA_ID: "4711",
    FORMLINE_STRAVA_SECRET: "a-client-secret",
    FORMLINE_STRAVA_URL: at(E2E_STRAVA_PORT),
    FORMLINE_CALENDAR_PRIVATE: "1",
    // Asked only for athletes who agree, so the other tests read the rules' words.
    AI_MODE: "on",
    ANTHROPIC_API_KEY: "any",
    FORMLINE_AI_URL: at(E2E_MODEL_PORT),
  };
}

/** One project of playwright.config.ts; those that wait leave the machine to those that work. */
function runProject(project, report, env) {
  return new Promise((resolve) => {
    spawn(
      process.execPath,
      [
        "node_modules/@playwright/test/cli.js",
        "test",
        `--project=${project}`,
        "--reporter=list,json",
      ],
      { stdio: "inherit", env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
    ).on("close", () => resolve(countsFrom(report)));
  });
}

function sumOf(parts) {
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  return {
    failures: parts.flatMap((part) => part.failures ?? []),
    passed: sum("passed"),
    failed: sum("failed"),
    skipped: sum("skipped"),
  };
}

export async function runBrowserTests(scratch) {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const dataDir = path.join(scratch, "data");
  const vendors = await vendorPorts();
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    FORMLINE_DATA_DIR: dataDir,
    FORMLINE_URL: url,
    PORT: port,
    LOG_LEVEL: "warn",
    ...vendorSettings(vendors),
  };
  const seeded = spawnSync(process.execPath, ["scripts/demo.mjs", "--no-serve"], {
    stdio: "inherit",
    env,
  });
  if (seeded.status !== 0) return { passed: 0, failed: 1, skipped: 0 };
  const server = spawn(process.execPath, ["scripts/serve.mjs"], {
    stdio: ["ignore", "inherit", "inherit"],
    env,
  });
  try {
    await untilReady(url, server);
    const { password } = JSON.parse(readFileSync(path.join(dataDir, "demo.json"), "utf8"));
    const parts = ["athlete", "server"].map((project) =>
      runProject(project, path.join(scratch, `e2e-${project}.json`), {
        E2E_BASE_URL: url,
        FORMLINE_DATA_DIR: dataDir,
        ...vendors,
        E2E_DEMO_PASSWORD: password,
      }),
    );
    return sumOf(await Promise.all(parts));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    server.kill("SIGTERM");
  }
}
