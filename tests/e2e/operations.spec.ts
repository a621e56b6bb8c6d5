import type { Page } from "@playwright/test";
import { describeAccessiblePages, expectAccessible } from "./support/accessible-pages";
import { expect, test } from "./support/test";

const PAGES = [
  "/operations",
  "/operations/runs",
  "/operations/dead-letters",
  "/operations/webhooks",
];

/** The newest run that went through its steps. */
async function somethingDone(page: Page) {
  const newest = async () => {
    const { items } = await (
      await page.request.get("/api/v1/job-runs?outcome=completed&limit=200")
    ).json();
    return items.find((run: { stepsDone: number }) => run.stepsDone > 0);
  };
  await expect.poll(newest).toBeDefined();
  const { id, functionId } = await newest();
  const { steps } = await (await page.request.get(`/api/v1/job-runs/${id}`)).json();
  const name = functionId.replace(/^formline-/, "");
  return { id, name, functionId, step: steps[0].name } as Readonly<
    Record<"id" | "name" | "functionId" | "step", string>
  >;
}

test.describe("operations for an admin", () => {
  test.use({ as: "admin" });

  describeAccessiblePages(Object.fromEntries(PAGES.map((path) => [path, /^Operations$/])));

  test("leads from the overview to the runs of a function and to the steps of one", async ({
    page,
  }) => {
    // Whatever has run: what the clock starts may be minutes away.
    const { id, name, functionId, step } = await somethingDone(page);
    await page.goto("/today");
    await page.getByRole("link", { name: "Operations" }).click();
    await expect(page.getByRole("region", { name: "Queue" })).toContainText("Gave up");
    await expect(page.getByRole("region", { name: "Server" })).toContainText("Database: ok");

    const functions = page.getByRole("region", { name: "Background functions" });
    await functions.getByRole("link", { name, exact: true }).click();
    await page.waitForURL("**/operations/runs?function=*");
    await expect(page.getByLabel("Function")).toHaveValue(functionId);
    const row = page.getByRole("row").filter({ has: page.locator(`a[href$="/${id}"]`) });
    await expect(row).toContainText("Completed");
    await row.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByRole("region", { name: "Steps" })).toContainText(step);
    await expectAccessible(page);
  });

  test("filters in the address, and says when there is nothing", async ({ page }) => {
    await page.goto("/operations/runs");
    await page.getByLabel("Outcome").selectOption("cancelled");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL("**/operations/runs?*outcome=cancelled*");
    await expect(page.getByText("No such run")).toBeVisible();
    await page.goto("/operations/dead-letters");
    await expect(page.getByText("Nothing gave up")).toBeVisible();
  });

  test("gives the same as JSON", async ({ page }) => {
    const runs = await page.request.get("/api/v1/job-runs?limit=1");
    const { items, nextCursor } = await runs.json();
    expect(items).toHaveLength(1);
    expect(nextCursor).toBe(items[0].id);
    const run = await page.request.get(`/api/v1/job-runs/${items[0].id}`);
    expect(await run.json()).toMatchObject({ run: { id: items[0].id } });
    expect((await page.request.get("/api/v1/jobs")).status()).toBe(200);
    expect((await page.request.get("/api/health/deep")).status()).toBe(200);
  });
});

test.describe("operations for an athlete", () => {
  test.use({ as: "newcomer", expectedErrors: [/404/] });

  test("are not there", async ({ page }) => {
    await page.goto("/today");
    await expect(page.getByRole("link", { name: "Operations" })).toHaveCount(0);
    for (const path of PAGES) {
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
    }
    expect((await page.request.get("/api/v1/jobs")).status()).toBe(404);
    expect((await page.request.get("/api/metrics")).status()).toBe(404);
  });
});
