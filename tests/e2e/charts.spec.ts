import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible-pages";
import { expect, test } from "./support/test";

test.use({ as: "demo" });

async function newestRide(page: Page): Promise<string> {
  await page.goto("/activities?sport=cycling");
  const href = await page.locator("a[data-activity-link]").first().getAttribute("href");
  if (href === null) throw new Error("there is no ride");
  return href;
}

/** What a button or link saves: its name and its bytes. */
async function saved(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test.describe("without a script", () => {
  test("an activity's lines stand in the first HTML, and the brush has two dates", async ({
    page,
    browser,
  }) => {
    const ride = await newestRide(page);
    const context = await browser.newContext({
      storageState: await page.context().storageState(),
      baseURL: new URL(page.url()).origin,
      javaScriptEnabled: false,
    });
    const plain = await context.newPage();
    await plain.goto(ride);
    const line = plain.locator("svg[data-stream=powerW] path").first();
    expect((await line.getAttribute("d"))?.split("L").length).toBeGreaterThan(300);
    await plain.goto("/fitness");
    await plain.getByLabel("From", { exact: true }).fill("2026-01-05");
    await plain.getByLabel("to", { exact: true }).fill("2026-02-20");
    await plain.getByRole("form", { name: "Days shown" }).getByRole("button").click();
    await expect(plain).toHaveURL(/from=2026-01-05&to=2026-02-20/);
    await context.close();
  });
});

test("the canvas takes over, and the shown stretch is saved second by second", async ({ page }) => {
  await page.goto(await newestRide(page));
  await expect(page.locator("#streams canvas").first()).toBeVisible();
  await expect(page.locator("svg[data-stream]")).toHaveCount(0);
  await page.getByLabel("From", { exact: true }).fill("1:00");
  await page.getByLabel("to", { exact: true }).fill("6:00");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(page.getByRole("button", { name: "Whole activity" })).toBeVisible();
  const numbers = await saved(page, () =>
    page.getByRole("link", { name: "CSV of every second shown" }).click(),
  );
  expect(numbers.name).toMatch(/^formline-cycling-\d{4}-\d\d-\d\d-streams\.csv$/);
  const lines = numbers.bytes.toString("utf8").split("\r\n");
  expect(lines[0]).toContain("Elapsed (s),Timer,Power (W),W′ left (kJ),Heart rate (bpm)");
  expect(lines).toHaveLength(1 + 300 + 1);
  const image = await saved(page, () =>
    page.getByRole("button", { name: "PNG of Streams" }).click(),
  );
  expect([image.bytes.readUInt32BE(16), image.bytes.readUInt32BE(20)]).toEqual([2400, 1350]);
});

test("the performance chart is saved, brushed by keys, and opens a day", async ({ page }) => {
  await page.goto("/fitness?range=6w");
  const figure = page.getByRole("figure", { name: "Load, fitness, fatigue and form" });
  const file = await saved(page, () =>
    figure.getByRole("button", { name: /^CSV of Load/ }).click(),
  );
  expect(file.name).toMatch(/^formline-performance-.+\.csv$/);
  const rows = file.bytes.toString("utf8").split("\r\n");
  expect(rows[0]).toBe("Day,Kind,Load,Fatigue,Fitness,Form");
  expect(rows.filter((row) => row.includes(",if you rest,"))).toHaveLength(14);
  const thumb = page.getByRole("slider", { name: "First day shown" });
  const before = await thumb.getAttribute("aria-valuetext");
  await thumb.focus();
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=/);
  expect(await thumb.getAttribute("aria-valuetext")).not.toBe(before);
  const chart = figure.locator("svg.recharts-surface").first();
  await chart.waitFor();
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await expect(figure.locator("[aria-live=polite]")).toContainText("Enter opens it");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/activities\?from=|\/today\/receipt\?day=/);
});

test("two rides are compared, by time and by distance", async ({ page }) => {
  await page.goto(await newestRide(page));
  await page.getByRole("link", { name: "Compare" }).click();
  await page.getByRole("region", { name: "Suggestions" }).getByRole("link").first().click();
  const figure = page.getByRole("figure", { name: "Both over one another" });
  await expect(figure).toHaveAccessibleDescription(/^A (averaged|was|took) .+ B/);
  await figure.getByRole("link", { name: "By distance" }).click();
  await expect(page).toHaveURL(/by=distance/);
  await figure.getByText("Show as table").click();
  await expect(figure.getByRole("columnheader", { name: "Power A" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Average power/ })).toContainText("W");
  await expectAccessible(page);
});

test("an activity that is nobody's cannot be compared", async ({ page }) => {
  const ride = (await newestRide(page)).split("/").at(-1);
  const nobodys = "00000000-0000-4000-8000-000000000000";
  for (const address of [`a=${nobodys}`, `a=${ride}&b=${nobodys}`]) {
    const answer = await page.request.get(`/activities/compare?${address}`);
    expect(answer.status()).toBe(404);
  }
  const csv = await page.request.get(`/api/activities/${nobodys}/streams/csv`);
  expect(csv.status()).toBe(404);
});
