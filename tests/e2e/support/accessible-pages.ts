import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./test";

const VIEWPORTS = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
const THEMES = ["light", "dark"] as const;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails with what axe finds on the page as it stands, rule by rule. */
export async function expectAccessible(page: Page): Promise<void> {
  // After a link was followed, the title comes a moment later than the page.
  await expect(page).toHaveTitle(/\S/);
  await untilStill(page);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" | ")}`);
  expect(found).toEqual([]);
}

/** Colours are measured once none is on its way to another: a theme changes by transitions. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** As on a phone: everything is reached by scrolling down alone. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "pixels that the page is too wide").toBeLessThanOrEqual(0);
}

/**
 * One test for each page and viewport, in both themes: axe finds nothing, one h1, no sideways
 * scroll. `ready` is what to wait for.
 */
export function describeAccessiblePages(pages: Readonly<Record<string, RegExp>>): void {
  for (const [path, ready] of Object.entries(pages)) {
    for (const [device, viewport] of Object.entries(VIEWPORTS)) {
      test(`${path} is accessible, ${device}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: THEMES[0], reducedMotion: "reduce" });
        await page.setViewportSize(viewport);
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(ready);
        for (const theme of THEMES) {
          await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
          await expect(page.locator("html")).toHaveClass(new RegExp(theme));
          await expectAccessible(page);
        }
        await expectNoSidewaysScroll(page);
      });
    }
  }
}
