import type { Page } from "@playwright/test";
import { describeAccessiblePages, expectAccessible } from "./support/accessible-pages";
import { expect, test } from "./support/test";

test.use({ as: "demo" });

const rows = (page: Page) => page.locator("a[data-activity-link]");
const chart = (page: Page) => page.getByRole("slider", { name: "Position in the activity" });

/** Opens the newest activity of a sport that has a chart to look at. */
async function openNewest(page: Page, sport: "running" | "cycling"): Promise<void> {
  await page.goto(`/activities?sport=${sport}`);
  await rows(page).first().click();
  await page.waitForURL("**/activities/*-*");
  await expect(chart(page)).toBeVisible();
}

test.describe("the list", () => {
  test("goes on while scrolling, without a row twice", async ({ page }) => {
    await page.goto("/activities");
    await expect(rows(page)).toHaveCount(30);
    await page.getByRole("button", { name: "Show older activities" }).scrollIntoViewIfNeeded();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(30);
    const addresses = await rows(page).evaluateAll((links) =>
      links.map((link) => link.getAttribute("href")),
    );
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test("filters by address, and says so when nothing fits", async ({ page }) => {
    await page.goto("/activities");
    await page.getByLabel("Sport").selectOption("swimming");
    await page.waitForURL("**/activities?sport=swimming");
    await expect(rows(page).first()).toContainText("Swim");
    await page.getByLabel("Search titles").fill("no such title anywhere");
    await expect(page.getByText("No activity fits these filters")).toBeVisible();
    await page.getByRole("link", { name: "Show all activities" }).click();
    await expect(rows(page)).toHaveCount(30);
  });

  test("walks with j and k and opens with Enter", async ({ page }) => {
    await page.goto("/activities");
    await expect(rows(page)).toHaveCount(30);
    await expect(async () => {
      await page.keyboard.press("j");
      await expect(rows(page).first()).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.press("j");
    await expect(rows(page).nth(1)).toBeFocused();
    await page.keyboard.press("k");
    await expect(rows(page).first()).toBeFocused();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/activities/*-*");
  });
});

test.describe("an activity", () => {
  test("shows the values under the crosshair, by pointer and by keys", async ({ page }) => {
    await openNewest(page, "running");
    const box = await chart(page).boundingBox();
    if (box === null) throw new Error("the chart has no box");
    await page.mouse.move(box.x + box.width / 2, box.y + 40);
    await expect(chart(page)).not.toHaveAttribute("aria-valuenow", "0");
    const before = Number(await chart(page).getAttribute("aria-valuenow"));
    await chart(page).focus();
    await page.keyboard.press("ArrowRight");
    await expect
      .poll(async () => Number(await chart(page).getAttribute("aria-valuenow")))
      .toBeGreaterThan(before);
  });

  test("averages a dragged stretch and zooms into it with a button", async ({ page }) => {
    await openNewest(page, "running");
    const box = await chart(page).boundingBox();
    if (box === null) throw new Error("the chart has no box");
    await page.mouse.move(box.x + box.width * 0.3, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 40, { steps: 6 });
    await page.mouse.up();
    await expect(page.locator("output", { hasText: "Heart rate" })).toBeVisible();
    await page.getByRole("button", { name: "Zoom in" }).click();
    await page.getByRole("button", { name: "Whole activity" }).click();
    await expect(page.getByRole("button", { name: "Whole activity" })).toBeHidden();
    await page.getByRole("button", { name: "Clear selection" }).click();
    await expect(page.getByLabel("From", { exact: true })).toHaveValue("");
  });

  test("selects by typing, for whoever does not drag", async ({ page }) => {
    await openNewest(page, "running");
    await page.getByLabel("From", { exact: true }).fill("1:00");
    await page.getByLabel("to", { exact: true }).fill("6:00");
    await page.keyboard.press("Enter");
    await expect(page.locator("output", { hasText: "Time" })).toContainText("5:00");
  });

  test("opens the formula of a number", async ({ page }) => {
    await openNewest(page, "running");
    const numbers = page.getByRole("region", { name: "Key numbers" });
    await numbers.getByRole("button", { name: "Heart rate" }).click();
    await expect(page.getByText(/Formula AVG-1/).first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByText(/Formula AVG-1/).first()).toBeHidden();
  });

  test("keeps a new title and a rating", async ({ page }) => {
    await openNewest(page, "cycling");
    const title = `Renamed ${Date.now()}`;
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByLabel("Title").fill(title);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await page.getByRole("radio", { name: /^7,/ }).check();
    await expect(page.getByText("7 of 10, very hard")).toBeVisible();
    await expect(page.getByText("Saving…")).toBeHidden();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByRole("radio", { name: /^7,/ })).toBeChecked();
    await expect(page.getByRole("row", { name: /^Felt effort/ })).toContainText("HR-3");
  });

  test.describe("while the network is away", () => {
    test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });
    test("keeps what was typed, says so, and saves it later", async ({ page }) => {
      await openNewest(page, "running");
      await page.context().setOffline(true);
      await page.getByRole("button", { name: "Rename" }).click();
      await page.getByLabel("Title").fill("Typed in a tunnel");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      const reason = "This could not be saved. Try again in a moment.";
      await expect(page.getByLabel("Title")).toHaveAccessibleDescription(reason);
      await expect(page.getByLabel("Title")).toHaveValue("Typed in a tunnel");
      const effort = page.getByRole("region", { name: "Felt effort" });
      await effort.getByRole("radio", { name: /^10,/ }).click();
      await expect(effort.getByRole("status")).toHaveText(reason);
      await expect(effort.getByRole("radio", { name: /^10,/ })).not.toBeChecked();
      await page.context().setOffline(false);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Typed in a tunnel");
      await page.reload();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Typed in a tunnel");
    });
  });

  test("is accessible with its chart, and with the table in place of it", async ({ page }) => {
    await openNewest(page, "cycling");
    await page.locator("#streams").getByText("Show as table").click();
    await expectAccessible(page);
  });
});

test.describe("somebody else's activity", () => {
  test.use({ expectedErrors: [/404/] });

  test("looks like one that never was", async ({ page }) => {
    const nobodys = "00000000-0000-4000-8000-000000000000";
    await page.goto(`/activities/${nobodys}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/not|nothing/i);
    const streams = await page.request.get(`/api/activities/${nobodys}/streams`);
    expect(streams.status()).toBe(404);
    expect(streams.headers()["cache-control"]).toContain("no-store");
  });
});

describeAccessiblePages({ "/activities": /^Activities$/ });
