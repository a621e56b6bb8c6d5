import { expectAccessible } from "./support/accessible-pages";
import { expect, test } from "./support/test";

test.describe("curves and records, without data", () => {
  test.use({ as: "newcomer" });

  test("say why they are empty and lead to the import", async ({ page }) => {
    for (const path of ["/fitness/curves", "/fitness/records"]) {
      await page.goto(path);
      await expect(page.getByText(/No (curves|records) yet/)).toBeVisible();
      await expect(page.getByRole("link", { name: "Import activities" })).toBeVisible();
    }
  });
});

test.describe("curves and records", () => {
  test.use({ as: "demo" });

  test("tell critical power with what it stands on, and lead to the rides", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await page.goto("/fitness");
    const tabs = page.getByRole("navigation", { name: "Fitness", exact: true });
    await tabs.getByRole("link", { name: "Curves" }).click();
    await expect(page).toHaveURL(/fitness\/curves/);
    await expect(
      page.getByRole("heading", { name: "What six weeks keep of the year" }),
    ).toBeVisible();
    await page
      .getByRole("navigation", { name: "Sport" })
      .getByRole("link", { name: "Ride" })
      .click();
    const card = page.getByRole("region", { name: "Critical power" });
    await expect(card.getByText(/and W′ \d+\.\d kJ above it/)).toBeVisible();
    await card.getByText("The efforts behind it").click();
    await expectAccessible(page);
    await card
      .getByRole("row", { name: /^20 min/ })
      .getByRole("link")
      .click();
    const curve = page.getByRole("figure", { name: "Power curve" });
    await expect(curve.getByText(/the 90 days before/).first()).toBeVisible();
  });

  test("hold an activity against another time, with a table of the same numbers", async ({
    page,
  }) => {
    await page.goto("/activities?sport=cycling");
    await page.locator("a[data-activity-link]").first().click();
    const curve = page.getByRole("figure", { name: "Power curve" });
    await expect(page.getByText(/^W′ (fell to|was used up)/)).toBeVisible();
    const against = curve.getByRole("navigation", { name: "Against the time before" });
    await against.getByRole("link", { name: "1 y" }).click();
    await expect(page).toHaveURL(/against=365&curve=power/);
    await expect(curve.getByText(/the year before/).first()).toBeVisible();
    await curve.getByRole("link", { name: "Show as table" }).click();
    await expect(curve.getByRole("row", { name: /^20 min/ })).toBeVisible();
    await expectAccessible(page);
  });

  test("hold an activity against any two days, by keyboard alone", async ({ page }) => {
    await page.goto("/activities?sport=cycling");
    await page.locator("a[data-activity-link]").first().click();
    const form = page.getByRole("form", { name: "Against other days" });
    await form.getByLabel("first").fill("2020-01-01");
    await form.getByLabel("first").press("Enter");
    await expect(page).toHaveURL(/against=period.*from=2020-01-01/);
    const curve = page.getByRole("figure", { name: "Power curve" });
    await expect(curve.getByText(/the days from 1 Jan 2020 to/).first()).toBeVisible();
    await expect(form.getByLabel("first")).toHaveValue("2020-01-01");
  });

  test("tell what is left after work, or why that is not known", async ({ page }) => {
    await page.goto("/fitness/curves?sport=cycling&kind=power");
    const season = page.getByRole("figure", { name: "Power after work" });
    await expect(season.getByText(/^After \d0 kJ\/kg: \d+ W over 5 min/)).toBeVisible();
    await season.getByRole("link", { name: "Show as table" }).click();
    await expect(season.getByRole("columnheader", { name: /After 10/ })).toBeVisible();
    await season.getByRole("link", { name: /How it is computed/ }).click();
    await expect(page.getByRole("heading", { name: "Durability", level: 1 })).toBeVisible();
    await page.goto("/activities?sport=cycling");
    await page.locator("a[data-activity-link]").nth(1).click();
    const ride = page.getByRole("figure", { name: "Power after work" });
    await expect(ride.getByText(/^After \d0 kJ\/kg:|^It takes 10 kJ per kg/)).toBeVisible();
  });

  test("show races as ranges with how right that was, on a phone too", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/fitness/records?sport=running");
    const outlook = page.getByRole("region", { name: "Race outlook" });
    await expect(outlook.getByRole("row", { name: /Marathon/ }).last()).toContainText(" to ");
    await expect(outlook.getByText(/Tried on your one race/)).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole("region", { name: "Fastest by distance" })
      .getByRole("row", { name: /Half marathon/ })
      .getByRole("link")
      .first()
      .click();
    await expect(page).toHaveURL(/\/activities\/[0-9a-f]/);
  });
});
