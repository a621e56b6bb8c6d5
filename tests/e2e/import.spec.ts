import { healthXml, night, routeFile, run } from "../support/health-export";
import { describeAccessiblePages, expectAccessible } from "./support/accessible-pages";
import { gpxTrack } from "./support/gpx-track";
import { expect, test } from "./support/test";

test.use({ as: "importer" });

const RUN = {
  name: "steady run.gpx",
  mimeType: "application/gpx+xml",
  buffer: gpxTrack(new Date("2026-10-03T07:30:00Z"), 25),
};
const EMPTY = { name: "empty.fit", mimeType: "", buffer: Buffer.alloc(0) };
const NOTE = { name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("buy bread") };

describeAccessiblePages({ "/import": /Import/ });

test("every file gets its outcome, and importing again changes nothing", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/import");
  await page.getByTestId("files").setInputFiles([RUN, EMPTY, NOTE]);
  const ledger = page.getByRole("region", { name: "Import ledger" });
  const row = (name: string) => ledger.getByRole("listitem").filter({ hasText: name });
  await expect(row(RUN.name)).toContainText("Imported", { timeout: 120_000 });
  await expect(row(EMPTY.name)).toContainText("Rejected");
  await expect(row(NOTE.name)).toContainText("Rejected");
  await expect(row(NOTE.name).locator("p").last()).not.toBeEmpty();
  await expect(ledger.getByText("1 imported, 2 refused").first()).toBeVisible();
  await expectAccessible(page);

  await ledger.getByRole("radio", { name: "Rejected 2" }).check({ force: true });
  await expect(row(RUN.name)).toHaveCount(0);
  await expect(row(EMPTY.name)).toBeVisible();

  await page.getByTestId("files").setInputFiles(RUN);
  await expect(row(RUN.name)).toContainText("Duplicate", { timeout: 120_000 });
  await row(RUN.name).getByRole("link").click();
  await page.waitForURL(/\/activities\/[0-9a-f-]{36}$/);
});

test("an import can be opened again from the list", async ({ page }) => {
  await page.goto("/import");
  const imports = page.getByRole("region", { name: "Earlier imports" });
  await imports.getByRole("link", { name: /2 refused/ }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByText(NOTE.name)).toBeVisible();
  await expectAccessible(page);
});

test("an unpacked Apple Health export becomes workouts with their route, and nights", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const start = Date.parse("2026-10-05T06:00:00Z") / 1000;
  const { records, workout } = run(start, "route_8.00am.gpx");
  const slept = night(start - 9 * 3600, [["AsleepCore", 300]]);
  const file = (name: string, content: string) => ({
    ...{ name, mimeType: "text/xml", buffer: Buffer.from(content) },
  });
  await page.goto("/import");
  await page
    .getByTestId("files")
    .setInputFiles([
      file("exportar.xml", healthXml(records, slept, workout)),
      file("route_8.00am.gpx", routeFile(start, 1800)),
    ]);
  const ledger = page.getByRole("region", { name: "Import ledger" });
  await expect(ledger.getByText("3 imported").first()).toBeVisible({ timeout: 120_000 });
  const row = (name: string) => ledger.getByRole("listitem").filter({ hasText: name });
  await expect(row("nights and days to 2026-10-05")).toContainText("Imported");
  await expect(row("route_8.00am.gpx")).toContainText("part of it");
  await row("2026-10-05 08.00 Running").getByRole("link").click();
  await page.waitForURL(/\/activities\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("run");
  await expect(page.getByText("5.40").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Track" })).toBeVisible();
});

test("a file over the limit is named and not sent", async ({ page }) => {
  await page.goto("/import");
  // The page listens once it is hydrated: until then a drop falls on deaf ears.
  await expect(async () => {
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      const huge = new File([new Blob([new Uint8Array(50 * 1024 * 1024 + 1)])], "huge.fit");
      transfer.items.add(huge);
      document.dispatchEvent(
        new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    });
    await expect(page.getByText("1 file was not sent")).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(page.getByText(/huge\.fit.*50 MB/)).toBeVisible();
});

test.describe("somebody else's import", () => {
  test.use({ expectedErrors: [/status of 404/] });
  test("is not there", async ({ page }) => {
    await page.goto("/import/00000000-0000-4000-8000-000000000000");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
    await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();
  });
});
