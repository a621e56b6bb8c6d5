import { readFileSync } from "node:fs";
import { bikeComputerFile, watchFile } from "../support/two-devices";
import { describeAccessiblePages, expectAccessible } from "./support/accessible-pages";
import { signUp } from "./support/accounts";
import { expect, test } from "./support/test";

const DAY = "2026-10-05";

test.describe("settings, your data", () => {
  test.use({ as: "demo" });

  describeAccessiblePages({ "/settings/data": /Settings/ });
});

test.describe("an athlete's own data", () => {
  test("two recordings are combined, told apart and combined again", async ({ page }) => {
    test.setTimeout(300_000);
    await signUp(page);
    await page.getByTestId("files").setInputFiles([
      { name: "watch.fit", mimeType: "", buffer: Buffer.from(watchFile(DAY)) },
      { name: "computer.fit", mimeType: "", buffer: Buffer.from(bikeComputerFile(DAY)) },
    ]);
    const ledger = page.getByRole("region", { name: "Import ledger" });
    // Which of the two comes first is the upload's matter.
    await expect(ledger.getByText("1 imported, 1 already there").first()).toBeVisible({
      timeout: 120_000,
    });
    await page.goto("/activities");
    await page.locator("[data-activity-link]").first().click();
    await page.getByRole("link", { name: "What comes from which recording" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Recordings");
    const why = page.getByRole("region", { name: "Where each value comes from" });
    await expect(why).toContainText(/Heart rate: B, Garmin/);
    await expect(why).toContainText(/Power: A, wahoo/i);
    await expectAccessible(page);

    await page.getByRole("button", { name: /Take out B/ }).click();
    // Both files are read anew.
    await expect(page.getByText("These are two activities now.")).toBeVisible({ timeout: 90_000 });
    await expect(why).toBeHidden();
    await page.getByRole("button", { name: /^Combine with/ }).click();
    await expect(why).toBeVisible({ timeout: 90_000 });
  });

  test("the archive is one click away", async ({ page }, info) => {
    await signUp(page);
    await page.goto("/settings/data");
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download archive" }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^formline-\d{4}-\d\d-\d\d\.zip$/);
    const file = info.outputPath("archive.zip");
    await download.saveAs(file);
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    // The names at the end of a ZIP file; the manifest is the last of them.
    const directory = bytes.subarray(bytes.lastIndexOf("PK\u0001\u0002")).toString("latin1");
    expect(directory).toContain("manifest.json");
  });
});
