import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import {
  type ProductionServer,
  runFormline,
  startProductionServer,
} from "@/tests/support/production-server";
import { startVendorServer, type VendorServer } from "@/tests/support/vendors/vendor-server";
import { expectAccessible } from "./support/accessible-pages";
import { newAccount, signUp } from "./support/accounts";
import { gpxTrack } from "./support/gpx-track";
import { expect, test } from "./support/test";

const DAY_MS = 86_400_000;
/** A step is tried five times, longer and longer apart. */
const GIVES_UP = { timeout: 150_000 };

/** A server of its own: its weather service is down, so that work gives up. */
test.describe("work that gave up", () => {
  test.describe.configure({ timeout: 300_000 });
  let dataDir: string;
  let weather: VendorServer;
  let server: ProductionServer;

  test.beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), "formline-letters-"));
    weather = await startVendorServer([
      {
        method: "GET",
        path: /^\/v1\/archive$/,
        answer: () => ({ status: 400, json: { error: true } }),
      },
    ]);
    weather.fail({ status: 500, times: Number.POSITIVE_INFINITY });
    server = await startProductionServer({
      FORMLINE_DATA_DIR: dataDir,
      FORMLINE_WEATHER_URL: weather.url,
    });
  });
  test.afterAll(async () => {
    await server?.stop();
    await weather?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test.use({ baseURL: async ({ baseURL }, use) => use(server?.url ?? baseURL) });

  test("says why, is tried again, and is put aside", async ({ page, browser }) => {
    const admin = await signUp(page, newAccount());
    await runFormline(["user", "role", admin.email, "admin"], { FORMLINE_DATA_DIR: dataDir });
    const second = await browser.newContext({ baseURL: server.url });
    const otherPage = await second.newPage();
    await signUp(otherPage, newAccount());
    await importRun(page, 2);
    await importRun(otherPage, 3);
    await second.close();
    const letters = page.getByRole("region", { name: "Work that gave up" });
    const open = letters.getByRole("listitem").filter({ hasText: "ask-weather" });
    await expect(async () => {
      await page.goto("/operations/dead-letters");
      await expect(open).toHaveCount(2, { timeout: 1000 });
    }).toPass(GIVES_UP);
    await expect(open.first()).toContainText("The weather service failed (500).");
    await expectAccessible(page);

    // Asked first; then it goes on where it stopped, and the service is well again.
    await open.first().getByRole("button", { name: "Try again" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("It goes on where it stopped");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(open).toHaveCount(2);
    weather.recover();
    await open.first().getByRole("button", { name: "Try again" }).click();
    await dialog.getByRole("button", { name: "Try again" }).click();
    await expect(open).toHaveCount(1);
    await page.getByLabel("State").selectOption("Tried again");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(open).toContainText("Tried again");
    await open.getByRole("link", { name: "ask-weather" }).click();
    await page.waitForURL("**/operations/runs/*");
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("main")).toContainText("Completed", { timeout: 1000 });
    }).toPass(GIVES_UP);

    // The other one nobody wants any more.
    await page.goto("/operations/dead-letters");
    await open.getByRole("button", { name: "Put aside" }).click();
    await expect(dialog).toContainText("stays undone");
    await dialog.getByRole("button", { name: "Put aside" }).click();
    await expect(page.getByText("Nothing gave up")).toBeVisible();
    await page.goto("/operations/dead-letters?state=discarded");
    await expect(open).toContainText("Put aside");
    await expectAccessible(page);
  });
});

async function importRun(page: Page, daysAgo: number): Promise<void> {
  await page.goto("/import");
  const buffer = gpxTrack(new Date(Date.now() - daysAgo * DAY_MS), 30);
  const name = `run-${daysAgo}.gpx`;
  const file = { name, mimeType: "application/gpx+xml", buffer };
  await page.locator("input[type=file]").first().setInputFiles(file);
  await expect(page.getByText(name)).toBeVisible();
}
