import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const MARK = "formline:first-chart";

export async function startBrowser(): Promise<Browser> {
  const system = SYSTEM_BROWSERS.find((path) => existsSync(path));
  const executablePath =
    system ?? (await (await import("@sparticuz/chromium")).default.executablePath());
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/**
 * Milliseconds from the beginning of the navigation to the first frame with a line of the chart
 * in it, by the page's own clock: marked in the task after that frame was painted.
 */
export async function firstChartMs(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript((mark) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector("svg[data-stream] path") === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const afterPaint = new MessageChannel();
        afterPaint.port1.onmessage = () => performance.mark(mark);
        afterPaint.port2.postMessage(null);
      });
    });
    observer.observe(document, { childList: true, subtree: true });
  }, MARK);
  try {
    await page.goto(url);
    const marked = await page.waitForFunction(
      (mark) => performance.getEntriesByName(mark)[0]?.startTime ?? false,
      MARK,
    );
    return Number(await marked.jsonValue());
  } finally {
    await page.close();
  }
}
