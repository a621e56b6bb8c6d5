import { describeAccessiblePages, expectAccessible } from "./support/accessible-pages";
import { signIn, signUp } from "./support/accounts";
import { expect, test } from "./support/test";

test.describe("settings", () => {
  test.use({ as: "newcomer" });

  describeAccessiblePages({
    "/settings": /Settings/,
    "/settings/thresholds": /Settings/,
    "/settings/assistant": /Settings/,
    "/settings/context": /Settings/,
    "/settings/security": /Settings/,
  });

  test("units are the athlete's, and values stay what they are", async ({ page }) => {
    await page.goto("/settings");
    const profile = page.getByRole("region", { name: "Profile" });
    await profile.getByLabel("Height (cm)").fill("172");
    await profile.getByRole("button", { name: "Save" }).click();
    await expect(profile.getByRole("status")).toHaveText("Saved.");

    const preferences = page.getByRole("region", { name: "Units and time" });
    await preferences.getByLabel("Units").selectOption("imperial");
    await preferences.getByRole("button", { name: "Save" }).click();
    await expect(profile.getByLabel("Height (feet and inches)")).toHaveValue("5 ft 8");

    await preferences.getByLabel("Units").selectOption("metric");
    await preferences.getByRole("button", { name: "Save" }).click();
    await expect(profile.getByLabel("Height (cm)")).toHaveValue("172");
  });

  test("what is told and kept in mind can be seen, changed and taken out", async ({ page }) => {
    await page.goto("/settings/context");
    const told = page.getByRole("region", { name: "What you have told" });
    await told.getByRole("button", { name: "Add" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("What is it?").selectOption("race");
    await dialog.getByLabel("In a few words").fill("Hill race");
    await dialog.getByLabel("Which sport?").selectOption("running");
    await dialog.getByLabel("How long is it?").fill("9.5");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(told.getByRole("status")).toHaveText(/^Added\./);
    await expect(told.getByText(/running, 9\.5.* km, priority A/)).toBeVisible();
    const known = page.getByRole("region", { name: "What a language model may be told" });
    await expect(known.getByText(/^Race or goal/)).toBeVisible();
    await expect(known.getByText("Hill race")).toBeHidden();

    const memory = page.getByRole("region", { name: "What is kept in mind of you" });
    await expect(memory.getByText(/^Hill race, .*: today$/)).toBeVisible();
    await memory.getByRole("button", { name: "Correct Goal" }).click();
    await memory.getByLabel("Goal, in your words").fill("Only for fun");
    await memory.getByRole("button", { name: "Save" }).click();
    await expect(memory.getByText("In your own words")).toBeVisible();
    await memory.getByRole("button", { name: "Goal as the rules tell it" }).click();
    await expect(memory.getByText(/^Hill race, /)).toBeVisible();
    await memory.getByRole("button", { name: "Take out Goal" }).click();
    await expect(memory.getByText("1 line taken out")).toBeVisible();

    await told.getByRole("button", { name: "Delete Hill race" }).click();
    await told.getByRole("button", { name: "Delete", exact: true }).click();
    await expect(told.getByText("Nothing so far")).toBeVisible();
    await expect(memory).toBeHidden();
  });

  test("an impossible height is named at its field", async ({ page }) => {
    await page.goto("/settings");
    const profile = page.getByRole("region", { name: "Profile" });
    await profile.getByLabel("Height (cm)").fill("17");
    await profile.getByRole("button", { name: "Save" }).click();
    await expect(profile.getByLabel("Height (cm)")).toHaveAccessibleDescription(/100 to 250 cm/);
  });

  test("the time of each weekday is kept, and a wrong one is named at its field", async ({
    page,
  }) => {
    await page.goto("/settings");
    const limits = page.getByRole("region", { name: "Time for training" });
    await limits.getByLabel("Friday").fill("an hour");
    await limits.getByRole("button", { name: "Save" }).click();
    await expect(limits.getByLabel("Friday")).toHaveAccessibleDescription(/Enter minutes/);
    await limits.getByLabel("Friday").fill("45");
    await limits.getByLabel("Monday").fill("0");
    await limits.getByRole("button", { name: "Save" }).click();
    await expect(limits.getByRole("status")).toHaveText("Saved.");
    await page.reload();
    await expect(limits.getByLabel("Friday")).toHaveValue("45");
    await expect(limits.getByLabel("Monday")).toHaveValue("0");
    await expect(limits.getByLabel("Sunday")).toHaveValue("");
    for (const day of ["Friday", "Monday"]) await limits.getByLabel(day).fill("");
    await limits.getByRole("button", { name: "Save" }).click();
    await expect(limits.getByRole("status")).toHaveText("Saved.");
  });

  test("a threshold gives zones, keeps its history, and can be taken back", async ({ page }) => {
    await page.goto("/settings/thresholds");
    await page.getByRole("button", { name: "Set Threshold pace" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/Value/).fill("fast");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByLabel(/Value/)).toHaveAccessibleDescription(/Enter a value like/);
    await expectAccessible(page);
    await dialog.getByLabel(/Value/).fill("4:30");
    await dialog.getByLabel("Holds from").fill("2026-01-05");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("since 5 Jan 2026")).toBeVisible();
    const zones = page.getByRole("region", { name: "Zones: Pace, running" });
    await expect(zones.getByRole("row")).toHaveCount(7);
    await expect(page.getByText(/Saved\. Activities from 5 Jan 2026/)).toBeVisible();

    await page.reload();
    await page.getByText("1 value so far").click();
    await page.getByRole("button", { name: /Remove 4:30/ }).click();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(zones).toBeHidden();
    await expect(page.getByRole("button", { name: "Set Threshold pace" })).toBeVisible();
  });

  test("Escape leaves the dialog and returns to where it was opened", async ({ page }) => {
    await page.goto("/settings/thresholds");
    const opener = page.getByRole("button", { name: "Set Weight" });
    await opener.click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test("on a phone the rest of the menu is behind More", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/settings/data");
    await expect(page.getByRole("link", { name: "Your data" })).toBeInViewport({ ratio: 0.9 });
    await page.goto("/settings/thresholds");
    const settings = page.locator("#more-menu").getByRole("link", { name: "Settings" });
    await expect(settings).toBeHidden();
    await page.getByRole("button", { name: "More" }).click();
    await expect(settings).toBeVisible();
    await expectAccessible(page);
    await page.locator("#more-menu").getByRole("link", { name: "Import" }).click();
    await page.waitForURL("**/import");
    await expect(settings).toBeHidden();
  });

  test("the keyboard reaches the content first, and the theme stays", async ({ page }) => {
    await page.goto("/settings");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("#main")).toBeFocused();
    await page.getByRole("radio", { name: "Dark" }).first().check({ force: true });
    await expect(page.locator("html")).toHaveClass(/dark/);
    await page.reload();
    await expect(page.locator("html")).toHaveClass(/dark/);
  });
});

test("another browser is signed out from here, and the password can change", async ({
  page,
  browser,
  baseURL,
}) => {
  const account = await signUp(page);
  const other = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
  await signIn(other, account.email, account.password);
  await other.waitForURL("**/today");

  await page.goto("/settings/security");
  const sessions = page.getByRole("region", { name: "Where you are signed in" });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  // The row goes at once; what counts is that it stays away when the server has answered.
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await sessions.getByRole("button", { name: /^Sign out Chrome/ }).click();
  await answered;
  await other.goto("/settings");
  await other.waitForURL("**/sign-in?next=*");
  await other.context().close();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);

  const password = page.getByRole("region", { name: "Password" });
  await password.getByLabel("Current password").fill("not the current one");
  await password.getByLabel("New password").fill("seven amber kites over 19 rooftops");
  await password.getByRole("button", { name: "Change password" }).click();
  await expect(password.getByLabel("Current password")).toHaveAccessibleDescription(/not right/);
  await password.getByLabel("Current password").fill(account.password);
  await password.getByRole("button", { name: "Change password" }).click();
  await page.waitForURL("**/sign-in");
  await signIn(page, account.email, "seven amber kites over 19 rooftops");
  await page.waitForURL("**/today");
});
