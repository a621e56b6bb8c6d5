import type { Page } from "@playwright/test";
import type { GarminAccount } from "@/tests/support/vendors/garmin/garmin-account";
import { type GarminServer, startGarminServer } from "@/tests/support/vendors/garmin/garmin-server";
import { describeAccessiblePages, expectAccessible } from "./support/accessible-pages";
import { signUp } from "./support/accounts";
import { fact } from "./support/connection-card";
import { expect, test } from "./support/test";

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

async function connect(page: Page, key: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Key").fill(key);
  await dialog.getByLabel("It ends after").selectOption("90 days");
  await dialog.getByRole("button", { name: "Connect" }).click();
}

test.describe("connections", () => {
  test.describe.configure({ mode: "serial", timeout: 180_000 });
  let garmin: GarminServer;
  let account: GarminAccount;

  test.beforeAll(async () => {
    garmin = await startGarminServer(Number(process.env.E2E_GARMIN_PORT));
    account = garmin.account({ firstDay: daysAgo(12), lastDay: daysAgo(0), activities: 4 });
  });
  test.afterAll(() => garmin.close());

  test.describe("before anything is connected", () => {
    test.use({ as: "newcomer" });
    describeAccessiblePages({ "/settings/connections": /^Settings$/ });
  });

  test("a key is tried, syncs, ends, is renewed, is given up and taken again; Garmin fails", async ({
    page,
    browser,
    stateOf,
  }) => {
    await signUp(page);
    await page.goto("/settings");
    await page.getByRole("link", { name: "Connections" }).click();
    await expect(page.getByText(/never asks for a password of Garmin/)).toBeVisible();

    // A key that is none.
    await page.getByRole("button", { name: "Connect Garmin, with your own key" }).click();
    await connect(page, "short");
    await expect(page.getByRole("textbox", { name: "Key" })).toHaveAccessibleDescription(
      /whole key/,
    );
    await connect(page, "a key that nobody has made");
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText(
      "does not take this key",
    );
    await expectAccessible(page);

    // The right one: what it brings appears while one looks.
    await connect(page, account.key);
    const card = page.getByRole("article", { name: "Garmin, with your own key" });
    await expect(card.getByText("Connected", { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(fact(card, "Fetched last")).toContainText("4 new activities");
    await expect(fact(card, "Activities in all")).toContainText("4 fetched");
    await expect(fact(card, "Last success")).toContainText("just now");
    await expect(fact(card, "Next sync")).toContainText("in ");
    await expect(fact(card, "Key ends")).toContainText("in 90 d");
    const offer = page.getByRole("button", {
      name: "Connect Garmin, with your own key",
      exact: true,
    });
    await expect(offer).toHaveCount(0);
    await card.getByText("History").click();
    await expect(card.getByRole("row").filter({ hasText: "connected" })).toContainText("Done");
    await expectAccessible(page);

    // Sync now: one more activity is there, and only that one comes.
    account.addActivities(1);
    await card.getByRole("button", { name: /^Sync .* now$/ }).click();
    await expect(card.getByRole("status")).toHaveText("The sync has ended well.", {
      timeout: 60_000,
    });
    await expect(fact(card, "Fetched last")).toContainText("1 new activity");
    await expect(fact(card, "Activities in all")).toContainText("5 fetched");
    await expect(card.getByRole("row").filter({ hasText: "you asked" })).toContainText("Done");

    // The key ends at Garmin: the card says so, with the way to mend it.
    garmin.signOut(account);
    await card.getByRole("button", { name: /^Sync .* now$/ }).click();
    await expect(card.getByText("Needs attention")).toBeVisible({ timeout: 60_000 });
    await expect(card).toContainText("Garmin no longer accepts the key.");
    await expect(card.getByRole("button", { name: /^Sync .* now$/ })).toHaveCount(0);
    await expectAccessible(page);
    account.isKeyValid = true;
    await card.getByRole("button", { name: "Enter a new key" }).click();
    await connect(page, account.key);
    await expect(card.getByText("Connected", { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(fact(card, "Activities in all")).toContainText("5 fetched");

    // Disconnect, keeping the data.
    await card.getByRole("button", { name: /^Disconnect/ }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("At Garmin it stays valid");
    await expect(dialog.getByLabel("Keep what it brought")).toBeChecked();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Disconnect", exact: true }).click();
    await expect(card).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Let your data come by itself" })).toBeVisible();
    await page.goto("/activities");
    const activities = page.getByRole("main").getByText(/Run \d/);
    await expect(activities).toHaveCount(5);

    // Connected once more, nothing is doubled.
    await page.goto("/settings/connections");
    await page.getByRole("button", { name: "Connect Garmin, with your own key" }).click();
    await connect(page, account.key);
    await expect(card.getByText("Connected", { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(fact(card, "Activities in all")).toContainText("5 fetched");
    await page.goto("/activities");
    await expect(activities).toHaveCount(5);
    await page.goto("/settings/connections");

    // Garmin is down: nothing to do, and what is here stays.
    garmin.fail({ path: /./, status: 503, times: 1_000 });
    await card.getByRole("button", { name: /^Sync .* now$/ }).click();
    await expect(card.getByText("Paused", { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(card).toContainText("Garmin does not answer at the moment.");
    await expect(fact(card, "Activities in all")).toContainText("5 fetched");
    await expectAccessible(page);

    // Who looks after the server sees that Garmin is left alone for a while: as soon as half of its
    // calls fail, so an impatient athlete asks again until then.
    const admin = await browser.newContext({ storageState: await stateOf("admin") });
    const operations = await admin.newPage();
    const vendors = operations.getByRole("region", { name: "Vendors" });
    await expect(async () => {
      const again = card.getByRole("button", { name: /^Sync .* now$/ });
      if (await again.isEnabled()) await again.click();
      await operations.goto(new URL("/operations", page.url()).href);
      const row = vendors.getByRole("row").filter({ hasText: "Garmin, with your own key" });
      await expect(row).toContainText(/Not asked.*in \d+ s/, { timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await expect(operations.getByText(/asked less for now/)).toBeVisible();
    await expectAccessible(operations);
    await admin.close();
  });
});
