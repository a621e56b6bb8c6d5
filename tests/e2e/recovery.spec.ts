import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { describeAccessiblePages } from "./support/accessible-pages";
import { expect, test } from "./support/test";

/** Over wherever the demo athlete lives: of today there is no receipt before the check-in. */
const A_DAY_AGO = addDays(localDayAt(new Date(), "Pacific/Honolulu"), -1);

test.describe("recovery, without data", () => {
  test.use({ as: "newcomer" });

  test("says what is needed and leads to the import", async ({ page }) => {
    await page.goto("/recovery");
    await expect(page.getByText("No nights yet")).toBeVisible();
    await expect(page.getByRole("link", { name: "Import nights" })).toBeVisible();
  });

  test("a day without an answer has no receipt, and says so", async ({ page }) => {
    await page.goto("/today/receipt?day=2020-02-01");
    await expect(page.getByText("No answer was made for this day")).toBeVisible();
  });
});

test.describe("recovery", () => {
  test.use({ as: "demo" });

  describeAccessiblePages({
    "/recovery": /Recovery/,
    "/recovery/track-record": /Track record/,
    [`/today/receipt?day=${A_DAY_AGO}`]: /Why/,
  });

  test("shows every measure and opens the receipt of a morning", async ({ page }) => {
    await page.goto("/recovery?range=30");
    for (const name of [
      "Recovery score",
      "Heart rate variability",
      "Resting heart rate",
      "Sleep and debt",
    ]) {
      await expect(page.getByRole("figure", { name })).toBeVisible();
    }
    const mornings = page.getByRole("region", { name: "Latest mornings and their receipts" });
    await mornings.getByRole("link").nth(1).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Why (go|ease|rest), /);
    await expect(page.getByRole("region", { name: "The score" }).getByRole("row")).toHaveCount(7);
    const path = page.getByRole("region", { name: "The path to the decision" });
    await expect(path.getByText(/, applies$/)).toHaveCount(1);
    // The whole tree, with the branch of today lit.
    await expect(path.getByRole("listitem").filter({ hasText: "P0-symptoms" })).toBeVisible();
    await expect(path.getByRole("listitem").filter({ hasText: "P3-go" })).toBeVisible();
    await expect(path.getByText(/^leads to/)).toHaveCount(1);
    await expect(page.getByRole("region", { name: "What would have changed it" })).toBeVisible();
    const workout = page.getByRole("region", { name: "The workout" });
    await expect(
      workout.getByRole("list", { name: "How it was chosen" }).getByRole("listitem"),
    ).toHaveCount(5);
    await workout.getByText(/^What it was made from/).click();
    await expect(workout.getByText("Form this morning")).toBeVisible();
    await expect(workout).not.toContainText("Broken");
    const replay = page.getByRole("region", { name: "Played again with the rules of now" });
    await expect(replay).toContainText("The same answer from the same inputs, bit for bit.");
    await expect(replay.getByRole("row")).toHaveCount(4);
    await page.getByRole("link", { name: "Day before" }).click();
    await expect(page).toHaveURL(/receipt\?day=/);
  });

  test("the score of the list and of the receipt is one number", async ({ page }) => {
    await page.goto("/recovery");
    const first = page
      .getByRole("region", { name: "Latest mornings and their receipts" })
      .getByRole("link")
      .filter({ hasText: /\d{2}$/ })
      .first();
    const score = (await first.textContent())?.match(/(\d+)$/)?.[1] ?? "none";
    await first.click();
    await expect(page.getByRole("row", { name: /Recovery score/ }).getByRole("cell")).toHaveText(
      score,
    );
  });

  test("the track record says how often it was right, and keeps the week's answer", async ({
    page,
  }) => {
    await page.goto("/recovery");
    await page.getByRole("link", { name: "Track record" }).click();
    const hits = page.getByRole("region", { name: "How often it was right" });
    await expect(hits).toContainText(/Right on \d+ of \d+ mornings that can be judged/);
    await expect(page.getByRole("figure", { name: /higher score/ })).toBeVisible();
    const weights = page.getByRole("region", { name: "Weights of your own" });
    await expect(weights).toContainText(/\d+ mornings suggest other weights/);
    await expect(weights.getByRole("button", { name: "Use them from today" })).toBeEnabled();
    const ready = page.getByRole("button", { name: "Ready", exact: true });
    await ready.click();
    await expect(ready).toHaveAttribute("aria-pressed", "true");
    await page.reload();
    await expect(ready).toHaveAttribute("aria-pressed", "true");
    await page
      .getByRole("region", { name: "The latest judged mornings" })
      .getByRole("link")
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Why (go|ease|rest), /);
  });
});
