import { expectAccessible } from "./support/accessible-pages";
import { expect, test } from "./support/test";

const PHONE = { width: 390, height: 844 };

test.describe("methods, without an account", () => {
  test("are found by search and say how this build answers", async ({ page }) => {
    await page.goto("/methods");
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("searchbox", { name: "Search methods" }).fill("normalized power");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/q=normalized/);
    await page.getByRole("link", { name: "Normalized power" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Normalized power");
    const checked = page.getByRole("region", { name: "Checked by this build" });
    await expect(checked).toContainText("252.826 W, expected 252.826 W");
    await expect(checked).toContainText("2 of 2 pass");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize(PHONE);
    await expectAccessible(page);
  });

  test.describe("of an unknown name", () => {
    test.use({ expectedErrors: [/404/] });

    test("are not found", async ({ page }) => {
      const response = await page.goto("/methods/astrology");
      expect(response?.status()).toBe(404);
      await expect(page.getByText("There is nothing here")).toBeVisible();
    });
  });
});

test.describe("totals and strength, without data", () => {
  test.use({ as: "newcomer" });

  test("say why they are empty", async ({ page }) => {
    await page.goto("/fitness/totals");
    await expect(page.getByText("Nothing to add up yet")).toBeVisible();
    await page.getByRole("link", { name: "Strength" }).click();
    await expect(page.getByText("No sets yet")).toBeVisible();
    await expect(page.getByText(/GPX and TCX files have none/)).toBeVisible();
  });
});

test.describe("totals, strength and receipts", () => {
  test.use({ as: "demo" });

  test("adds up by period, sport and measure, with a table of the same numbers", async ({
    page,
  }) => {
    await page.goto("/fitness/totals");
    await expectAccessible(page);
    const choose = async (group: string, name: string) => {
      const link = page.getByRole("navigation", { name: group }).getByRole("link", { name });
      await link.click();
      await expect(link).toHaveAttribute("aria-current", "true");
    };
    await choose("Period", "Months");
    await choose("Measure", "Distance");
    const figure = page.getByRole("figure", { name: "Distance" });
    await figure.getByRole("link", { name: "Show as table" }).click();
    const twin = figure.getByRole("table", { name: "Distance, as numbers" });
    await expect(twin.getByRole("columnheader", { name: "Strength" })).toBeVisible();
    await choose("Sport", "Strength");
    await expect(figure).toContainText("No activity here has a distance.");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize(PHONE);
    await expectAccessible(page);
  });

  test("tells an exercise's sessions and estimate", async ({ page }) => {
    await page.goto("/fitness/strength");
    await page
      .getByRole("navigation", { name: "Exercise" })
      .getByRole("link", { name: "Barbell deadlift" })
      .click();
    await expect(page.getByRole("figure", { name: /^Barbell deadlift/ })).toContainText(
      /Estimated one-repetition maximum \d/,
    );
    const sessions = page.getByRole("table", { name: "Barbell deadlift, newest first" });
    await expect(sessions.getByRole("row").nth(1)).toContainText(/5 × \d/);
    await expectAccessible(page);
    await page.setViewportSize(PHONE);
    await expectAccessible(page);
  });

  test("opens a number's method from its name", async ({ page }) => {
    await page.goto("/activities?sport=running");
    await page.locator("a[data-activity-link]").first().click();
    await page.waitForURL(/activities\/.+/);
    const numbers = page.getByRole("region", { name: "Key numbers" });
    await numbers.getByRole("button", { name: "Heart rate" }).click();
    await page.getByRole("link", { name: "How it is computed: Heart rate" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Averages, maxima and work");
  });
});
