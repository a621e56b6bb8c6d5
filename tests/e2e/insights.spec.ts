import { describeAccessiblePages } from "./support/accessible-pages";
import { expect, test } from "./support/test";

test.describe("insights, without data", () => {
  test.use({ as: "newcomer" });

  test("says what is needed and leads to the import", async ({ page }) => {
    await page.goto("/insights");
    await expect(page.getByText("No insights yet")).toBeVisible();
    await expect(page.getByRole("link", { name: "Import training and nights" })).toBeVisible();
  });
});

test.describe("insights", () => {
  test.use({ as: "demo" });

  test("looks again, shows each with its chart and its numbers, and keeps a thumb", async ({
    page,
  }) => {
    await page.goto("/insights");
    await page.getByRole("button", { name: "Look again" }).click();
    await expect(page.getByRole("button", { name: "Looking…" })).toBeHidden();
    const cards = page.getByRole("article");
    await expect.poll(() => cards.count()).toBeGreaterThanOrEqual(3);
    expect(await cards.count()).toBeLessThanOrEqual(5);
    const first = cards.first();
    await expect(first.getByText("What to do:")).toBeVisible();
    await expect(first.getByRole("figure")).toBeVisible();
    await expect(first.getByText(/Written by rules \(DET-[A-Z]+@1\) · holds until/)).toBeVisible();
    await first.getByText("The numbers behind it").click();
    await expect(first.getByRole("definition").first()).toHaveText(/\d/);
    await first.getByRole("link", { name: "Show as table" }).click();
    await expect(first.getByRole("table")).toBeVisible();
    const useful = first.getByRole("button", { name: /^Useful:/ });
    await useful.click();
    await expect(useful).toHaveAttribute("aria-pressed", "true");
    await expect(useful).toBeEnabled();
    await useful.click();
    await expect(useful).toHaveAttribute("aria-pressed", "false");
  });

  describeAccessiblePages({ "/insights": /Insights/ });
});
