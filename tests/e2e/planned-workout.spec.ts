import { trainerRide } from "../support/workout-file";
import { expectAccessible } from "./support/accessible-pages";
import { expect, test } from "./support/test";

test.use({ as: "importer" });

/** The second repetition was given up after two minutes and a third. */
const BLOCKS = [
  [150, 600],
  [250, 300],
  [120, 120],
  [250, 140],
  [120, 120],
  [120, 300],
] as const;
const RIDE = {
  name: "two by five.fit",
  mimeType: "",
  buffer: Buffer.from(trainerRide(new Date("2026-09-12T07:30:00Z"), BLOCKS, [0, 1, 2, 1, 2, 4])),
};

test("a recording is held against the workout in its file, step by step", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/import");
  await page.getByTestId("files").setInputFiles(RIDE);
  const ledger = page.getByRole("region", { name: "Import ledger" });
  const row = ledger.getByRole("listitem").filter({ hasText: RIDE.name });
  await expect(row).toContainText(/Imported|Duplicate/, { timeout: 120_000 });
  await row.getByRole("link").click();
  await page.waitForURL(/\/activities\/[0-9a-f-]{36}$/);

  const card = page.getByRole("region", { name: "Planned against done" });
  await expect(card.getByText("1 of 2 work steps done, in range 100 % of the time")).toBeVisible();
  await expect(card.getByText("number 2 cut short")).toBeVisible();
  await expect(card.getByText("the workout that the device followed: Two by five")).toBeVisible();
  const steps = card.getByRole("table", { name: "Steps of the plan, and what was done of each" });
  await expect(steps.getByRole("row")).toHaveCount(7);
  const second = steps.getByRole("row").filter({ hasText: "Work 2 of 2" });
  await expect(second).toContainText("5:00 at 240–260 W");
  await expect(second).toContainText(/2:20\s*cut short/);
  await expect(second).toContainText("250 W");

  await second.getByRole("button", { name: "Step 4: select in the chart" }).click();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("17:00");
  await expect(page.getByLabel("to", { exact: true })).toHaveValue("19:20");

  const download = page.waitForEvent("download");
  await card.getByRole("button", { name: "CSV of the steps" }).click();
  expect((await download).suggestedFilename()).toBe("formline-cycling-2026-09-12-plan.csv");
  await expectAccessible(page);

  await card.getByRole("link", { name: "Show as table" }).click();
  const numbers = card.getByRole("table", { name: "Planned against done, as numbers" });
  await expect(numbers.getByRole("row").filter({ hasText: "11:40" })).toContainText("240–260 W");
});
