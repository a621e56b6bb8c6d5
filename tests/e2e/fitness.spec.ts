import { describeAccessiblePages, expectAccessible } from "./support/accessible-pages";
import { expect, test } from "./support/test";

test.describe("fitness, without data", () => {
  test.use({ as: "newcomer" });

  test("says why it is empty and leads to the import", async ({ page }) => {
    await page.goto("/fitness");
    await expect(page.getByText("No training load yet")).toBeVisible();
    await expect(page.getByRole("link", { name: "Import activities" })).toHaveAttribute(
      "href",
      "/import",
    );
  });
});

test.describe("fitness", () => {
  test.use({ as: "demo" });

  describeAccessiblePages({ "/fitness": /Fitness/ });

  test("shows a period and a sport by address", async ({ page }) => {
    await page.goto("/fitness");
    const periods = page.getByRole("navigation", { name: "Period" });
    await expect(periods.getByRole("link", { name: "3 m" })).toHaveAttribute(
      "aria-current",
      "true",
    );
    await periods.getByRole("link", { name: "6 w" }).click();
    await expect(page).toHaveURL(/range=6w/);
    await page
      .getByRole("navigation", { name: "Sport" })
      .getByRole("link", { name: "Run" })
      .click();
    await expect(page).toHaveURL(/range=6w&sport=running/);
  });

  test("has a table of the same numbers, a row a day", async ({ page }) => {
    await page.goto("/fitness?range=6w");
    const figure = page.getByRole("figure", { name: "Load, fitness, fatigue and form" });
    await figure.getByRole("link", { name: "Show as table" }).click();
    const table = figure.getByRole("table", { name: /as numbers/ });
    await expect(table.getByRole("row")).toHaveCount(1 + 42 + 14);
    await expect(table.getByRole("row", { name: /if you rest/ })).toHaveCount(14);
    await expectAccessible(page);
    const fitness = await figure.getByText("Fitness", { exact: true }).first().textContent();
    expect(fitness).toBe("Fitness");
  });

  test("supposes rest, training as of late, or a load of one's own for what comes", async ({
    page,
  }) => {
    await page.goto("/fitness?range=6w");
    const figure = page.getByRole("figure", { name: "Load, fitness, fatigue and form" });
    await expect(page.getByText(/Dotted: if you rest/)).toBeVisible();
    await page
      .getByRole("navigation", { name: "What comes" })
      .getByRole("link", { name: "As of late" })
      .click();
    await expect(page.getByText(/Dotted: at a load of \d+ a week/)).toBeVisible();
    await page.getByLabel("or a load a week of").fill("420");
    await page.getByRole("form", { name: "A load of my own" }).getByText("Show").click();
    await expect(page).toHaveURL(/range=6w&ahead=420/);
    await expect(page.getByText(/Dotted: at a load of 420 a week/)).toBeVisible();
    await figure.getByRole("link", { name: "Show as table" }).click();
    await expect(figure.getByRole("row", { name: /at 420 a week/ }).first()).toBeVisible();
    await expectAccessible(page);
  });

  test("reads a day out by keyboard, without moving anything on the page", async ({ page }) => {
    await page.goto("/fitness?range=6w");
    const figure = page.getByRole("figure", { name: "Load, fitness, fatigue and form" });
    const before = await figure.boundingBox();
    const chart = figure.locator("svg.recharts-surface").first();
    await chart.waitFor();
    expect((await figure.boundingBox())?.height).toBe(before?.height);
    const latest = await figure.locator("dl").textContent();
    await chart.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(figure.locator("[aria-live=polite]")).toHaveText(/Load .+ Fitness .+ Form/);
    expect(await figure.locator("dl").textContent()).not.toBe(latest);
  });
});
