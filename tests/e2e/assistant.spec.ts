import type { Page } from "@playwright/test";
import { startAnthropicServer } from "@/tests/support/anthropic/start-anthropic-server";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible-pages";
import { showTheDay } from "./support/show-the-day";
import { expect, test } from "./support/test";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 900 };
const BY_MODEL = "Written by a language model, every number checked";
/** What the played model begins each text with. */
const ITS_WORDS = /In short: /;

const settingsOf = (page: Page) =>
  page.getByRole("region", { name: "Better words by a language model" });
const usageOf = (page: Page) => page.getByRole("region", { name: "This month" });
const callsOf = (page: Page) => page.getByRole("region", { name: "What was sent" });
const briefingOf = (page: Page) => page.getByRole("region", { name: "Your morning, briefly" });

async function agree(page: Page, isOn: boolean): Promise<void> {
  await page.goto("/settings/assistant");
  const settings = settingsOf(page);
  await settings.getByRole("switch", { name: /^Send my numbers/ }).setChecked(isOn);
  await settings.getByLabel("At most in a month").fill("2");
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(settings.getByRole("status")).toHaveText("Saved.");
}

async function lookAgain(page: Page): Promise<void> {
  await page.goto("/insights");
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(page.getByRole("button", { name: "Looking…" })).toBeHidden();
}

/** The page as it is once the background has done its work. */
async function reloadedUntil(page: Page, expected: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expected();
  }).toPass({ timeout: 45_000 });
}

async function expectGoodOnPhone(page: Page): Promise<void> {
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(DESKTOP);
}

test.describe("a language model", () => {
  test.use({ as: "demo" });
  test.describe.configure({ mode: "serial", timeout: 120_000 });
  let model: Awaited<ReturnType<typeof startAnthropicServer>>;

  test.beforeAll(async () => {
    model = await startAnthropicServer({ port: Number(process.env.E2E_MODEL_PORT) });
  });
  test.afterAll(() => model.close());

  test("is asked by nobody who has not agreed", async ({ page }) => {
    await showTheDay(page);
    const briefing = briefingOf(page);
    await expect(briefing.getByText(/Written by rules/)).toBeVisible();
    await expect(briefing.getByRole("button", { name: "Put it in better words" })).toHaveCount(0);
    await page.goto("/settings/assistant");
    await expect(usageOf(page)).toContainText("Nothing has been asked yet.");
    await expect(callsOf(page)).toContainText("Nothing has been sent.");
    expect(model.requests).toEqual([]);
  });

  test("puts the morning into its words, whose numbers lead to what they are", async ({ page }) => {
    await agree(page, true);
    await page.goto("/today");
    const briefing = briefingOf(page);
    await briefing.getByRole("button", { name: "Put it in better words" }).click();
    await expect(briefing.getByRole("status")).toContainText("Asked. Look again in a minute");
    await reloadedUntil(page, () => expect(briefing).toContainText(BY_MODEL, { timeout: 1000 }));
    await expect(briefing.getByText(ITS_WORDS)).toBeVisible();
    await expect(briefing.getByRole("button", { name: "Put it in better words" })).toHaveCount(0);

    const number = briefing.getByText(ITS_WORDS).getByRole("button").first();
    const [said = "no number"] = /\d+/.exec((await number.textContent()) ?? "") ?? [];
    await number.click();
    await expect(number).toHaveAttribute("aria-expanded", "true");
    await expect(briefing.getByText(/^Recovery score: /)).toHaveText(`Recovery score: ${said}`);
    await expectGoodOnPhone(page);
    await briefing.getByRole("link", { name: "See it in Recovery" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Recovery");
  });

  test("puts insights into its words", async ({ page }) => {
    await lookAgain(page);
    const cards = page.getByRole("article");
    // Rules have the first word; nobody waits.
    await expect.poll(() => cards.count()).toBeGreaterThanOrEqual(3);
    await reloadedUntil(page, () =>
      expect(cards.first()).toContainText(/Written by a language model .*holds until/, {
        timeout: 1000,
      }),
    );
    const text = cards.first().getByText(ITS_WORDS);
    await text.getByRole("button").first().click();
    await expect(cards.first().getByText(/^.+: .+, .+\. See /)).toBeVisible();
    await expectGoodOnPhone(page);
  });

  test("shows exactly what was sent, and what it cost", async ({ page }) => {
    await page.goto("/settings/assistant");
    const day = usageOf(page).getByRole("row", { name: /^The day/ });
    await expect(day).toContainText(/The day[1-9]\d*[\d,]+\$0\.\d{4}/);
    const calls = callsOf(page).getByRole("row").filter({ hasText: "Written" });
    await expect(calls.first()).toContainText("Claude Haiku 5.5");
    await expectGoodOnPhone(page);
    await calls.last().getByRole("link", { name: "Show" }).click();
    await expect(page).toHaveURL(/\/settings\/assistant\/[\da-f-]{36}$/);
    const shown = page.getByRole("region", { name: "What was sent" }).locator("pre");
    const sent = JSON.parse((await shown.textContent()) ?? "");
    expect(sent).toMatchObject({ findings: [{ detector: "morning" }] });
    // What arrived there is that and no more.
    const { messages } = JSON.parse(new TextDecoder().decode(model.requests[0]?.body));
    const [, arrived = ""] =
      /^<athlete_data>\n(.*)\n<\/athlete_data>$/.exec(messages[0].content) ?? [];
    expect(JSON.parse(arrived)).toEqual(sent);
    expect(messages).toHaveLength(1);
    // No address: the names of rules have a sign of it too, but no domain.
    expect(arrived).not.toMatch(/@[\w-]+\.\w/);
    await expectGoodOnPhone(page);
  });

  test("whose key is refused leaves the rules’ words and says so", async ({ page }) => {
    // Shuts the way to the model for everybody for a while, so nothing is asked after it.
    model.always({ status: 401 });
    await lookAgain(page);
    await page.goto("/settings/assistant");
    const why = /came to nothing: the server’s key was refused\. .* Whoever runs this server/;
    await reloadedUntil(page, () => expect(usageOf(page)).toContainText(why, { timeout: 1000 }));
    await expectGoodOnPhone(page);
    await page.goto("/insights");
    await expect(page.getByRole("article").first()).toContainText(/Written by rules \(/);
    await expect(page.getByText(ITS_WORDS)).toHaveCount(0);
    await page.goto("/today");
    const briefing = briefingOf(page);
    await expect(briefing.getByText(/Written by rules/)).toBeVisible();
    await briefing.getByRole("button", { name: "Put it in better words" }).click();
    await expect(briefing.getByRole("alert")).toContainText("does not answer at the moment");
    await expectGoodOnPhone(page);
  });

  test("is asked no more once the consent is taken back", async ({ page }) => {
    model.always("well");
    await agree(page, false);
    const asked = model.requests.length;
    await lookAgain(page);
    await expect(page.getByRole("article").first()).toContainText(/Written by rules \(/);
    await page.goto("/today");
    const briefing = briefingOf(page);
    await expect(briefing.getByText(/Written by rules/)).toBeVisible();
    await expect(briefing.getByRole("button", { name: "Put it in better words" })).toHaveCount(0);
    expect(model.requests).toHaveLength(asked);
    await page.goto("/settings/assistant");
    await expect(callsOf(page).getByRole("link", { name: "Show" }).first()).toBeVisible();
  });
});
