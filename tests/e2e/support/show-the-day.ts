import type { Page } from "@playwright/test";
import { expect } from "./test";

export const FIRST_QUESTION = "How are you this morning?";

export async function answer(page: Page, question: RegExp, value: number): Promise<void> {
  await page
    .getByRole("group", { name: question })
    .getByRole("radio", { name: String(value) })
    .check();
}

export async function answerAll(page: Page, value: number): Promise<void> {
  for (const question of [/Ready/, /Legs/, /Mood/, /Stress/]) await answer(page, question, value);
}

/** Answers what stands before the day, whatever the hour. */
export async function showTheDay(page: Page): Promise<void> {
  await page.goto("/today");
  if (await page.getByRole("heading", { name: FIRST_QUESTION }).isVisible()) {
    await answerAll(page, 4);
    await page.getByRole("button", { name: "Show my day" }).click();
  }
  const workOut = page.getByRole("button", { name: "Work it out now" });
  if (await workOut.isVisible()) await workOut.click();
  await expect(page.locator("#verdict")).toBeVisible();
}

/** Recovery with today, also before the check-in. */
export async function showRecovery(page: Page): Promise<void> {
  await page.goto("/recovery");
  const without = page.getByRole("button", { name: "Show it without" });
  if (!(await without.isVisible())) return;
  await without.click();
  await expect(without).toBeHidden();
}
