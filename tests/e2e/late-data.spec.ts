import type { Page } from "@playwright/test";
import { addDays, localDate } from "@/lib/dates/local-date";
import { instantAt, localDayAt } from "@/lib/dates/zoned-time";
import { healthXml, night, record } from "@/tests/support/health-export";
import { type GarminServer, startGarminServer } from "@/tests/support/vendors/garmin/garmin-server";
import { writeZip } from "@/tests/support/write-zip";
import { expectAccessible } from "./support/accessible-pages";
import { signUp } from "./support/accounts";
import { cardOf, fact } from "./support/connection-card";
import { liveWhereItIsMorning } from "./support/in-the-morning";
import { expect, test } from "./support/test";

const WITHIN = { timeout: 60_000 };

test.describe("a night that comes in parts", () => {
  test.describe.configure({ timeout: 300_000 });
  let garmin: GarminServer;

  test.beforeAll(async () => {
    garmin = await startGarminServer(Number(process.env.E2E_GARMIN_PORT));
  });
  test.afterAll(() => garmin.close());

  test("is waited for in words, changes the answer, and has two sources", async ({ page }) => {
    await signUp(page);
    await liveWhereItIsMorning(page);
    const zone = await page.getByLabel("Time zone").inputValue();
    const today = localDayAt(new Date(), zone);
    const account = garmin.account({
      ...{ firstDay: addDays(today, -12), lastDay: today, activities: 6 },
      zoneOn: () => zone,
    });
    account.setLastNight(addDays(today, -1));
    await page.goto("/settings/connections");
    await page.getByRole("button", { name: "Connect Garmin, unofficial" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Tokens (JSON)").fill(garmin.diTokenJson(account));
    await dialog.getByRole("button", { name: "Connect" }).click();
    const card = cardOf(page, "Garmin, unofficial");
    await expect(fact(card, "Activities in all")).toContainText("6 fetched", WITHIN);

    // Not in yet: Today says so and what it rests on.
    await page.goto("/today");
    await page.getByRole("button", { name: "Not today" }).click();
    const workOut = page.getByRole("button", { name: "Work it out now" });
    if (await workOut.isVisible()) await workOut.click();
    await expect(page.locator("#verdict")).toBeVisible();
    const main = page.getByRole("main");
    await expect(main).toContainText("Last night is not in yet");
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(main.getByText("Last night is not in yet")).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 1440, height: 900 });

    // It comes in: the answer is another one, and says why.
    account.setLastNight(null);
    await page.goto("/settings/connections");
    await card.getByRole("button", { name: /^Sync .* now$/ }).click();
    await expect(card.getByRole("status")).toHaveText("The sync has ended well.", WITHIN);
    await page.goto("/today");
    await expect(main).toContainText(/Score none → \d+ at \d\d:\d\d: HRV came in at \d+ ms\./);
    await expect(main).not.toContainText("not in yet");
    await expectAccessible(page);

    // A phone says something of the same night: the receipt shows both, and why one counts.
    await importHealthNight(page, today, zone);
    await expect(async () => {
      await page.goto("/today/receipt");
      const sources = page.getByRole("region", { name: "Where several sources had a value" });
      await expect(sources).toContainText(/Sleep.*Garmin.*Apple Health/, { timeout: 1000 });
      await expect(sources).toContainText("The most complete night");
    }).toPass({ timeout: 120_000 });
    await expectAccessible(page);
  });
});

async function importHealthNight(page: Page, today: string, zone: string): Promise<void> {
  const day = localDate(today);
  const bed = instantAt(addDays(day, -1), 23, 0, zone).getTime() / 1000;
  // By the clock on the wall, from which the day of a night is read.
  const midnight = instantAt(day, 0, 0, zone).getTime();
  const options = { offsetMin: (Date.parse(`${day}T00:00:00Z`) - midnight) / 60_000 };
  const xml = healthXml(
    night(bed, [["AsleepCore", 400]], options),
    record("RestingHeartRate", bed + 7 * 3600, 52, { ...options, unit: "count/min" }),
  );
  const buffer = Buffer.from(
    writeZip([{ name: "apple_health_export/export.xml", content: Buffer.from(xml) }]),
  );
  await page.goto("/import");
  await page.locator("input[type=file]").first().setInputFiles({
    name: "export.zip",
    mimeType: "application/zip",
    buffer,
  });
  await expect(page.getByText("export.zip").first()).toBeVisible();
}
