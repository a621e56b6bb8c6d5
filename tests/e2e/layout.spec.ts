import { expect, test } from "./support/test";

test.use({ as: "demo" });

/** Sum of the layout shifts since the page began (CLS; 0.1 is what the field calls good). */
function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
    });
    observer.observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 500);
  });
}

for (const [device, viewport] of [
  ["desktop", { width: 1440, height: 900 }],
  ["phone", { width: 390, height: 844 }],
] as const) {
  test(`nothing moves when charts load, ${device}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto("/activities?sport=cycling");
    const activity = await page.locator("a[data-activity-link]").first().getAttribute("href");
    for (const path of ["/today", "/fitness", "/recovery", activity ?? ""]) {
      await page.goto(path, { waitUntil: "networkidle" });
      await expect(
        page.getByRole("main").locator("figure, canvas").filter({ visible: true }).first(),
      ).toBeVisible();
      expect(await page.evaluate(layoutShift), path).toBeLessThan(0.01);
    }
  });
}
