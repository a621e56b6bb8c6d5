import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible-pages";
import { expect, test } from "./support/test";

test.use({ as: "demo" });

const chart = (page: Page) => page.getByRole("slider", { name: "Position in the activity" });
const changes = (page: Page) => page.getByRole("region", { name: "Your changes" });
/** Without those that were undone before: they stay in a list of their own. */
const holding = (list: Locator) => list.getByRole("list", { name: "Changes that hold" });
const numbers = (page: Page) => page.getByRole("region", { name: "Key numbers" });

/** Opens the n-th newest activity that matches, so that no two tests change the same one. */
async function open(page: Page, search: string, n: number): Promise<void> {
  await page.goto(`/activities?${search}`);
  await page.locator("a[data-activity-link]").nth(n).click();
  await page.waitForURL("**/activities/*-*");
  await expect(chart(page)).toBeVisible();
  await undoAll(page);
}

/** What a run that broke off has left would be the next one's beginning. */
async function undoAll(page: Page): Promise<void> {
  const buttons = holding(changes(page)).getByRole("button", { name: /^Undo/ });
  for (let left = await buttons.count(); left > 0; left--) {
    await buttons.first().click();
    await expect(buttons).toHaveCount(left - 1);
  }
}

/** Undoes the newest change with this text, and waits until it is gone from what holds. */
async function undo(list: Locator, text: string): Promise<void> {
  const rows = holding(list).getByRole("listitem").filter({ hasText: text });
  const count = await rows.count();
  await rows.first().getByRole("button", { name: /^Undo/ }).click();
  await expect(rows).toHaveCount(count - 1);
}

test("a stretch selected in the chart is left out, and comes back when undone", async ({
  page,
}) => {
  await open(page, "sport=cycling", 4);
  const before = await numbers(page).textContent();
  await page.getByLabel("From", { exact: true }).fill("10:00");
  await page.getByLabel("to", { exact: true }).fill("15:00");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Leave out" }).click();
  await expect(holding(changes(page)).getByText("Left out: 10:00 to 15:00")).toBeVisible();
  await expect(numbers(page)).not.toHaveText(before ?? "");
  await page.reload();
  await expect(holding(changes(page)).getByText("Left out: 10:00 to 15:00")).toBeVisible();
  await undo(changes(page), "Left out: 10:00 to 15:00");
  await expect.poll(() => numbers(page).textContent()).toBe(before);
});

test("another sport is judged by another load; wrong times stay where they were typed", async ({
  page,
}) => {
  await open(page, "sport=cycling", 5);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Edit activity" });
  await dialog.getByLabel("From").fill("20:00");
  await dialog.getByLabel("To", { exact: true }).fill("10:00");
  await dialog.getByRole("button", { name: "Leave out" }).first().click();
  await expect(dialog.getByRole("alert")).toHaveText("The end must be after the beginning.");
  await expect(dialog.getByLabel("From")).toHaveValue("20:00");
  await dialog.getByRole("combobox", { name: "Sport" }).selectOption("hiking");
  await dialog.getByRole("button", { name: "Change" }).click();
  await expect(holding(dialog).getByText("Sport: Hike, recorded as Ride")).toBeVisible();
  await expectAccessible(page);
  await undo(dialog, "Sport: Hike");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(numbers(page).getByText("by power")).toBeVisible();
});

test("feel, note and the load that counts are kept, and undone on their own", async ({ page }) => {
  await open(page, "sport=cycling", 6);
  await page.getByRole("radio", { name: "2, weak" }).check();
  await expect(holding(changes(page)).getByText("Feel: weak")).toBeVisible();
  const note = `Headwind all the way ${Date.now()}`;
  await page.getByRole("textbox", { name: "Note" }).fill(note);
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(holding(changes(page)).getByText(`Note: ${note}`)).toBeVisible();
  await page.getByRole("button", { name: /^Let it count ?: heart rate$/ }).click();
  await expect(page.getByText("Judged by heart rate, as you chose")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "2, weak" })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue(note);
  await undo(changes(page), "Load: by heart rate");
  await expect(numbers(page).getByText("by power")).toBeVisible();
  await undo(changes(page), "Feel: weak");
  await undo(changes(page), note);
  await expect(page.getByRole("textbox", { name: "Note" })).not.toHaveValue(note);
});

test("an interval is marked, moved, and taken away by undoing", async ({ page }) => {
  await open(page, "sport=running", 2);
  const card = page.getByRole("region", { name: "Intervals" });
  const before = await card.textContent();
  await card.getByRole("button", { name: "Add an interval" }).click();
  await card.getByLabel("From").fill("0:30");
  await card.getByLabel("To", { exact: true }).fill("1:30");
  await card.getByRole("button", { name: "Save" }).click();
  await expect(card.getByText("marked by you")).toBeVisible();
  await card.getByRole("button", { name: "Move interval 1", exact: true }).click();
  await card.getByLabel("To", { exact: true }).fill("2:00");
  await card.getByRole("button", { name: "Save" }).click();
  await expect(card.getByRole("row").filter({ hasText: "1:30" }).first()).toBeVisible();
  await undo(changes(page), "marked by you");
  await undo(changes(page), "marked by you");
  await expect.poll(() => card.textContent()).toBe(before);
});

test("the same course leads to the other times on it", async ({ page }) => {
  await open(page, "sport=running", 0);
  const card = page.getByRole("region", { name: "Same course" });
  await expect(card.getByText(/You went this way \d+ times; this was your/)).toBeVisible();
  const here = page.url();
  await card.getByRole("row").getByRole("link").first().click();
  await expect(page).not.toHaveURL(here);
  await expect(card.getByText(/this one/)).toBeVisible();
});
