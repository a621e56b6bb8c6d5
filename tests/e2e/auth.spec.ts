import { describeAccessiblePages, expectAccessible } from "./support/accessible-pages";
import { newAccount, signIn, signUp } from "./support/accounts";
import { expect, test } from "./support/test";

describeAccessiblePages({
  "/": /What should I train today/,
  "/sign-in": /Sign in/,
  "/sign-up": /Create an account/,
});

test("an account is made, left, and entered again", async ({ page }) => {
  const account = await signUp(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");

  await page.goto("/settings/thresholds");
  await page.waitForURL("**/sign-in?next=*");
  await signIn(page, account.email, account.password);
  await page.waitForURL("**/settings/thresholds");

  await page.goto("/sign-in");
  await page.waitForURL("**/today");
});

test("what is wrong with the form stands at its fields", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByLabel("Name")).toBeFocused();
  await expect(page.getByLabel("Name")).toHaveAccessibleDescription(/Enter your name/);
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    /at least 12 characters/i,
  );
  await expectAccessible(page);
});

test("an easily guessed password is refused by the server at its field", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada Test");
  await page.getByLabel("E-mail address").fill(newAccount().email);
  await page.getByLabel("Password", { exact: true }).fill("password12345678");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  expect(page.url()).toContain("/sign-up");
});

test("the browser's time zone is chosen already", async ({ page }) => {
  await page.goto("/sign-up");
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
});

test("a password can be looked at", async ({ page }) => {
  await page.goto("/sign-in");
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("something");
  await page.getByRole("button", { name: "Show password" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Hide password" }).click();
  await expect(password).toHaveAttribute("type", "password");
});

test.describe("a refused sign-in", () => {
  // The browser notes the 401 of the sign-in itself.
  test.use({ expectedErrors: [/status of 401/] });

  test("does not tell whether the account exists, then slows down", async ({ page }) => {
    const { email } = newAccount();
    const alert = page.getByText("do not belong together");
    await signIn(page, email, "wrong but long enough");
    await expect(alert).toBeVisible();
    await expect(page.getByLabel("Password", { exact: true })).toBeFocused();

    const slowed = page.getByText("Too many attempts");
    for (let attempt = 0; attempt < 12 && !(await slowed.isVisible()); attempt += 1) {
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(alert.or(slowed)).toBeVisible();
      await expect(page.getByRole("button", { name: "Signing in…" })).toBeHidden();
    }
    await expect(slowed).toBeVisible();
    await expect(page.getByText(/Wait \d+ (s|min)/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeDisabled();
  });
});

for (const next of ["https://example.org/", "//example.org", "/\\example.org"]) {
  test(`sign-in does not lead to ${next}`, async ({ page }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await expect(page.getByText("Good to see you.")).toBeVisible();
  });
}

test.describe("an address that does not exist", () => {
  test.use({ expectedErrors: [/status of 404/] });
  test("says so and leads back", async ({ page }) => {
    await page.goto("/nothing/here");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Go to the start" }).click();
    await page.waitForURL(/\/$/);
  });
});
