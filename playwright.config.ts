import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** A browser of the system, if there is one; else the one that an npm package carries. */
const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

async function executablePath(): Promise<string> {
  const system = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (system) return system;
  const { default: chromium } = await import("@sparticuz/chromium");
  return chromium.executablePath();
}

const baseURL = process.env.E2E_BASE_URL ?? "http://127.0.0.1:3000";

/** What vendors and the server's processes do: waits for minutes, and touches no demo data. */
const VENDORS_AND_SERVER =
  /(connections|dead-letters|late-data|operations|server|vendors)\.spec\.ts$/;

/** Expects a running server with the demo athlete; scripts/test-e2e.mjs starts one. */
export default defineConfig({
  testDir: "tests/e2e",
  projects: [
    { name: "athlete", testIgnore: VENDORS_AND_SERVER, outputDir: "test-results/athlete" },
    { name: "server", testMatch: VENDORS_AND_SERVER, outputDir: "test-results/server" },
  ],
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    // It would stand between the tests and what they hold back or fail; one test lets it in.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: await executablePath(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
});
