import type { Page } from "@playwright/test";

export type Account = { readonly email: string; readonly password: string };

/** Long, and of no word that lists of leaked passwords begin with. */
export const PASSWORD = "violet kettle orbits 42 quiet lanterns";

let made = 0;

export function newAccount(): Account {
  made += 1;
  return { email: `e2e-${Date.now()}-${made}@formline.test`, password: PASSWORD };
}

/** The password that the demo command printed, as the runner passes it on. */
export function demoPassword(): string {
  const password = process.env.E2E_DEMO_PASSWORD;
  if (!password) throw new Error("E2E_DEMO_PASSWORD is not set; run scripts/test-e2e.mjs.");
  return password;
}

/** Makes an account by the form and waits for the page that follows. */
export async function signUp(page: Page, account = newAccount()): Promise<Account> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada Test");
  await page.getByLabel("E-mail address").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/import");
  return account;
}

/** Fills in the sign-in form and sends it; what follows is the caller's to expect. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  if (!page.url().includes("/sign-in")) await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
