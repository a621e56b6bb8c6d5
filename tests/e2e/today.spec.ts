import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { describeAccessiblePages, expectAccessible } from "./support/accessible-pages";
import { signUp } from "./support/accounts";
import { gpxTrack } from "./support/gpx-track";
import { liveWhereItIsMorning } from "./support/in-the-morning";
import { answer, answerAll, FIRST_QUESTION, showTheDay } from "./support/show-the-day";
import { expect, test } from "./support/test";

const DAY_MS = 86_400_000;

async function importRun(page: Page, name: string, agoMs: number): Promise<void> {
  await page.goto("/import");
  const buffer = gpxTrack(new Date(Date.now() - agoMs), 40);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name, mimeType: "application/gpx+xml", buffer });
  await expect(page.getByText(name)).toBeVisible();
}

async function importRunOfTheDayBeforeYesterday(page: Page): Promise<void> {
  await importRun(page, "run.gpx", 2 * DAY_MS);
  await expect(async () => {
    await page.goto("/fitness");
    await expect(page.getByRole("figure").first()).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 45_000 });
}

test.describe("today, without data", () => {
  test.use({ as: "newcomer" });

  test("says why it is empty and what fills it", async ({ page }) => {
    await page.goto("/today");
    await expect(page.getByText("Your first morning needs data")).toBeVisible();
    await expect(page.getByRole("link", { name: "Import activities and nights" })).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe("today, the check-in", () => {
  test("stands before the score, wants every answer, and symptoms mean rest", async ({ page }) => {
    await signUp(page);
    await liveWhereItIsMorning(page);
    await importRunOfTheDayBeforeYesterday(page);
    await page.goto("/today");
    await expect(page.getByRole("heading", { name: FIRST_QUESTION })).toBeVisible();
    await expect(page.locator("#verdict")).toHaveCount(0);
    await expect(page.locator("#workout")).toHaveCount(0);
    await expectAccessible(page);

    // Nor does it stand anywhere else.
    for (const path of ["/recovery", "/today/receipt"]) {
      await page.goto(path);
      await expect(page.getByText("The check-in comes first")).toBeVisible();
      await expect(page.getByRole("region", { name: "The score" })).toHaveCount(0);
      await expectAccessible(page);
    }
    await page.getByRole("link", { name: "Check in" }).click();
    await expect(page.getByRole("heading", { name: FIRST_QUESTION })).toBeVisible();
    await answer(page, /Ready/, 4);
    await page.getByRole("button", { name: "Show my day" }).click();
    await expect(page.getByRole("heading", { name: FIRST_QUESTION })).toBeVisible();

    await answerAll(page, 4);
    await page.getByRole("switch", { name: /Ill, or something hurts/ }).check();
    await page.getByRole("button", { name: "Show my day" }).click();
    await expect(page.locator("#verdict")).toHaveText("Rest");
    await expectAccessible(page);
    await page.reload();
    await expect(page.locator("#verdict")).toHaveText("Rest");
    await page.getByRole("link", { name: /Why/ }).click();
    await expect(page.getByRole("region", { name: "The score" })).toBeVisible();
  });

  test("can be waved off for the day, from any page; the workout takes an answer", async ({
    page,
  }) => {
    await signUp(page);
    await liveWhereItIsMorning(page);
    await importRunOfTheDayBeforeYesterday(page);
    await page.goto("/recovery");
    await page.getByRole("button", { name: "Show it without" }).click();
    await expect(page.getByText("The check-in comes first")).toHaveCount(0);
    await page.goto("/today");
    await expect(page.getByRole("heading", { name: FIRST_QUESTION })).toHaveCount(0);
    const workOut = page.getByRole("button", { name: "Work it out now" });
    if (await workOut.isVisible()) await workOut.click();
    await expect(page.locator("#verdict")).toBeVisible();
    const skip = page.getByRole("button", { name: "Skip" });
    await skip.click();
    await expect(skip).toHaveAttribute("aria-pressed", "true");
    await page.reload();
    await expect(skip).toHaveAttribute("aria-pressed", "true");

    // Trained all the same: the result stands there, and how hard it was is asked on the spot.
    await importRun(page, "today.gpx", DAY_MS / 24);
    const done = page.getByRole("region", { name: "Done today" });
    await expect(async () => {
      await page.goto("/today");
      await expect(done).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 45_000 });
    await expect(page.getByRole("region", { name: "Today’s workout" })).toHaveCount(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
    const question = done.getByRole("group", { name: /^How hard was it\?/ });
    await question.getByRole("radio", { name: "6, hard and a bit" }).check();
    await expect(done).toContainText("RPE 6");
    await expect(question).toHaveCount(0);
    await page.reload();
    await expect(done).toContainText("RPE 6");
  });

  test("the workout can be swapped for one of three others, and back", async ({ page }) => {
    await signUp(page);
    await liveWhereItIsMorning(page);
    await importRunOfTheDayBeforeYesterday(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/today");
    await page.getByRole("button", { name: "Not today" }).click();
    const workOut = page.getByRole("button", { name: "Work it out now" });
    if (await workOut.isVisible()) await workOut.click();
    // What each answer costs stands there before it is given.
    const accept = page.getByRole("button", { name: /^Accept, form tomorrow [−+]?\d+$/ });
    await expect(accept).toBeVisible();
    const card = page.getByRole("region", { name: "Today’s workout" });
    const swap = page.getByRole("button", { name: /^Swap/ });
    await swap.click();
    const sheet = page.getByRole("dialog", { name: "Swap today’s workout" });
    const others = sheet.getByRole("listitem");
    await expect(others).toHaveCount(3);
    await expect(others.first()).toContainText(/Form tomorrow [−+]?\d+/);
    await expectAccessible(page);
    const take = others.last().getByRole("button", { name: /^Take / });
    const title = ((await take.getAttribute("aria-label")) ?? "").replace("Take ", "");
    await take.click();
    await expect(swap).toHaveAttribute("aria-pressed", "true");
    await expect(card.getByText(title, { exact: true }).first()).toBeVisible();
    await page.reload();
    await expect(card.getByText(title, { exact: true }).first()).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(swap).toHaveAttribute("aria-pressed", "false");
    await expect(accept).toHaveAttribute("aria-pressed", "false");
  });
});

test.describe("today, the check-in without a network", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test("is kept, says so, and is sent when the network is back", async ({ page, context }) => {
    await signUp(page);
    await liveWhereItIsMorning(page);
    await importRunOfTheDayBeforeYesterday(page);
    await page.goto("/today");
    await answerAll(page, 4);
    await context.setOffline(true);
    await page.getByRole("button", { name: "Show my day" }).click();
    const kept = page.getByRole("main").getByRole("status");
    await expect(kept).toContainText("Kept on this device");
    await expect(page.locator("#verdict")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Show my day" })).toBeEnabled();
    await context.setOffline(false);
    await expect(page.locator("#verdict")).toBeVisible();
    await page.getByRole("link", { name: /Why/ }).click();
    const signals = page.getByRole("region", { name: "The signals" });
    await expect(signals).toContainText("You rated this morning 4.0 of 5");
  });

  test("outlives the page that it was given on", async ({ page, context }) => {
    await signUp(page);
    await liveWhereItIsMorning(page);
    await importRunOfTheDayBeforeYesterday(page);
    await page.goto("/today");
    await answerAll(page, 1);
    await context.setOffline(true);
    await page.getByRole("button", { name: "Show my day" }).click();
    await expect(page.getByText(/Kept on this device/)).toBeVisible();
    const later = await context.newPage();
    await page.close();
    await context.setOffline(false);
    // Any page sends it.
    const arrived = later.waitForResponse(/\/api\/check-ins$/);
    await later.goto("/fitness");
    expect((await arrived).status()).toBe(200);
    await later.goto("/today");
    await expect(later.locator("#verdict")).toHaveText("Ease");
    await expect(later.getByText(/Kept on this device/)).toHaveCount(0);
  });
});

test.describe("without a network, opened anew", () => {
  test.use({
    as: "newcomer",
    serviceWorkers: "allow",
    expectedErrors: [/ERR_INTERNET_DISCONNECTED/],
  });

  test("has room for a check-in, and keeps nothing else", async ({ page, context }) => {
    await page.goto("/today");
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
    const keptPaths = () =>
      page.evaluate(async () => {
        const caches = await Promise.all(
          (await self.caches.keys()).map((name) => self.caches.open(name)),
        );
        const requests = await Promise.all(caches.map((cache) => cache.keys()));
        return requests.flat().map(({ url }) => new URL(url).pathname);
      });
    const isShell = (path: string) => path === "/offline" || path.startsWith("/_next/static/");
    await context.setOffline(true);
    await page.goto("/recovery");
    await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
    await expectAccessible(page);
    await answerAll(page, 4);
    await page.getByRole("button", { name: "Show my day" }).click();
    await expect(page.getByText(/Kept on this device/)).toBeVisible();
    const kept = await keptPaths();
    expect(kept).toContain("/offline");
    expect(kept.filter((path) => !isShell(path))).toEqual([]);
    expect(kept.length).toBeLessThan(100);
    // Any page sends it.
    const arrived = context.waitForEvent("response", (response) =>
      response.url().endsWith("/api/check-ins"),
    );
    await context.setOffline(false);
    expect((await arrived).status()).toBe(200);
    await page.goto("/sign-in");
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await context.setOffline(true);
    await page.goto("/today");
    await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
    await expect(page.getByRole("heading", { name: FIRST_QUESTION })).toHaveCount(0);
  });
});

test.describe("today", () => {
  test.use({ as: "demo" });

  describeAccessiblePages({ "/today": /\w+day \d+ \w+/ });

  test("loads at most 180 kB of JavaScript", async ({ page }) => {
    const sizes: Promise<number>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() !== "script") return;
      sizes.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto("/today", { waitUntil: "load" });
    const kilobytes = (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0) / 1000;
    test.info().annotations.push({ type: "kB of JavaScript", description: kilobytes.toFixed(1) });
    expect(kilobytes).toBeGreaterThan(50);
    expect(kilobytes).toBeLessThanOrEqual(180);
  });

  test("fits verdict, workout and form on a phone's first screen", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await showTheDay(page);
    await expect(page.locator("#verdict")).toHaveText(/^(Go|Ease|Rest)$/);
    await expect(page.locator("#form-strip")).toBeInViewport();
    // What the session is, how long, what to do about it and a reason: read without a finger.
    const workout = page.getByRole("region", { name: "Today’s workout" });
    await expect(workout.getByRole("paragraph").first()).toBeInViewport();
    if ((await page.locator("#verdict").textContent()) !== "Rest") {
      await expect(workout.getByText(/\d+\s(h|min)/).first()).toBeInViewport();
    }
    await expect(workout.getByRole("button").first()).toBeInViewport();
    await expect(page.getByRole("main").getByRole("listitem").first()).toBeInViewport();
    await page.getByRole("link", { name: /Why/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Why /);
  });

  test("leaves out what an injury forbids, and takes it up again without it", async ({ page }) => {
    await showTheDay(page);
    const workout = page.getByRole("region", { name: "Today’s workout" });
    const before = (await workout.textContent()) ?? "";

    await page.goto("/settings/context");
    const told = page.getByRole("region", { name: "What you have told" });
    await told.getByRole("button", { name: "Add" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("What is it?").selectOption("injury");
    await dialog.getByLabel("In a few words").fill("Sore calf");
    await dialog.getByLabel("Where is it?").selectOption("calf");
    const forbids = dialog.getByRole("group", { name: "What it does not allow" });
    for (const sport of await forbids.getByRole("checkbox").all()) await sport.check();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(told.getByRole("status")).toHaveText(/^Added\./);

    await page.goto("/today");
    await expect(page.getByText(/^Sore calf, since /)).toBeVisible();
    await expect(workout).toContainText(/Mobility ·|Rest/);
    await expect(workout).not.toContainText(/(Run|Ride|Swim|Strength)( indoors)? ·/);

    await page.goto("/settings/context");
    await told.getByRole("button", { name: "Delete Sore calf" }).click();
    await told.getByRole("button", { name: "Delete", exact: true }).click();
    await expect(told.getByRole("button", { name: "Delete Sore calf" })).toBeHidden();
    await page.goto("/today");
    await expect(page.getByText(/^Sore calf, since /)).toHaveCount(0);
    await expect(workout).toHaveText(before);
  });
});
