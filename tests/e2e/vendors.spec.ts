import type { Page } from "@playwright/test";
import { localDayAt } from "@/lib/dates/zoned-time";
import {
  type CalendarServer,
  startCalendarServer,
} from "@/tests/support/vendors/calendar/calendar-server";
import { type GarminServer, startGarminServer } from "@/tests/support/vendors/garmin/garmin-server";
import {
  type GarminPartnerServer,
  partnerDelivery,
  startGarminPartnerServer,
} from "@/tests/support/vendors/garmin-partner/start-garmin-partner-server";
import {
  type StravaServer,
  startStravaServer,
} from "@/tests/support/vendors/strava/start-strava-server";
import { expectAccessible } from "./support/accessible-pages";
import { cardOf, fact } from "./support/connection-card";
import { showRecovery } from "./support/show-the-day";
import { expect, test } from "./support/test";

const DAY_S = 86_400;
const WITHIN = { timeout: 60_000 };
const PARTNER_USER = `garmin-user-${Date.now()}`;
const PAGE = "/settings/connections";

const nowS = () => Math.floor(Date.now() / 1000);
/** The day where the athlete is (playwright.config.ts): after midnight it is not that of UTC. */
const isoDay = (daysAhead: number) =>
  localDayAt(new Date((nowS() + daysAhead * DAY_S) * 1000), "Europe/Berlin");

/** A calendar with one meeting tomorrow. */
function calendarText(): string {
  const day = isoDay(1).replaceAll("-", "");
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT"];
  lines.push("UID:1", `DTSTAMP:${day}T080000Z`, `DTSTART:${day}T090000Z`, `DTEND:${day}T100000Z`);
  return [...lines, "SUMMARY:Dentist", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
}

/** From the vendor's consent page back to ours. */
async function answerConsent(page: Page, vendor: string, answer: "Authorize" | "Cancel") {
  await expect(page.getByRole("heading", { name: `${vendor}: let Formline` })).toBeVisible();
  await page.getByRole("link", { name: answer }).click();
  await page.waitForURL(`**${PAGE}?**`);
}

/** Jobs bring and remove them: the list is loaded until it is so. */
async function expectActivities(page: Page, name: RegExp, count: number): Promise<void> {
  await expect(async () => {
    await page.goto("/activities");
    const found = page.getByRole("main").getByText(name);
    await expect(found).toHaveCount(count, { timeout: 2000 });
  }).toPass(WITHIN);
}

test.describe("the other vendors", () => {
  test.describe.configure({ mode: "serial", timeout: 180_000 });
  test.use({ as: "connector" });
  let strava: StravaServer;
  let partner: GarminPartnerServer;
  let garmin: GarminServer;
  let calendars: CalendarServer;

  test.beforeAll(async () => {
    strava = await startStravaServer(Number(process.env.E2E_STRAVA_PORT));
    partner = await startGarminPartnerServer(Number(process.env.E2E_PARTNER_PORT));
    garmin = await startGarminServer(Number(process.env.E2E_GARMIN_PORT));
    calendars = await startCalendarServer();
    partner.account(PARTNER_USER);
    const athlete = strava.account();
    for (const n of [1, 2]) {
      const ride = { id: 700 + n, name: `Ride ${n}`, sportType: "Ride", utcOffsetS: 3600 };
      athlete.add({ ...ride, startS: nowS() - n * DAY_S, elapsedS: 1800 });
    }
  });
  test.afterAll(() => Promise.all([strava, partner, garmin, calendars].map((one) => one.close())));

  test("Strava: refused, a way back that is none, agreed, down, up again, given up", async ({
    page,
  }) => {
    await page.goto(PAGE);
    const offer = page.getByRole("link", { name: "Connect Strava" });
    await offer.click();
    await answerConsent(page, "Strava", "Cancel");
    // Next's announcer of routes is an alert as well.
    const alert = page.getByRole("main").getByRole("alert");
    await expect(alert).toContainText("you did not agree there");
    await expect(cardOf(page, "Strava")).toHaveCount(0);
    await expectAccessible(page);

    await page.goto("/api/oauth/strava/callback?state=nobody-began-this-0123456789&code=stolen");
    await expect(alert).toContainText("began elsewhere");
    await expect(cardOf(page, "Strava")).toHaveCount(0);

    await offer.click();
    await answerConsent(page, "Strava", "Authorize");
    const card = cardOf(page, "Strava");
    await expect(fact(card, "Activities in all")).toContainText("2 fetched", WITHIN);
    await card.getByText("What it brings, and its terms").click();
    await expect(card).toContainText("no language model ever reads it here");
    await expectAccessible(page);

    // Down: the card says so, and what is here stays.
    strava.fail({ path: /./, status: 503, times: 1_000 });
    await card.getByRole("button", { name: "Sync Strava now" }).click();
    await expect(card.getByText("Paused", { exact: true })).toBeVisible(WITHIN);
    await expect(card).toContainText("Strava does not answer at the moment.");
    await expect(fact(card, "Activities in all")).toContainText("2 fetched");
    await expectAccessible(page);
    strava.recover();

    await card.getByRole("button", { name: "Disconnect Strava" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Everything that came from Strava is deleted here.");
    await dialog.getByRole("button", { name: "Disconnect and delete" }).click();
    await expect(card).toHaveCount(0);
    await expect(offer).toBeVisible();
    await expectActivities(page, /Ride \d/, 0);
  });

  test("Garmin Health: agreed, and a message of Garmin's brings a night", async ({
    page,
    browser,
    stateOf,
  }) => {
    await page.goto(PAGE);
    await page.getByRole("link", { name: "Connect Garmin Health" }).click();
    await answerConsent(page, "Garmin", "Authorize");
    const card = cardOf(page, "Garmin Health");
    await expect(card.getByText("Connected", { exact: true })).toBeVisible(WITHIN);
    await expectAccessible(page);

    const night = { userId: PARTNER_USER, summaryId: "night-1", calendarDate: isoDay(0) };
    const sleep = { startTimeInSeconds: nowS() - 9 * 3600, durationInSeconds: 7 * 3600 };
    // The sleep is the sum of its stages.
    const stages = {
      ...{ deepSleepDurationInSeconds: 5400, lightSleepDurationInSeconds: 14_400 },
      remSleepInSeconds: 5400,
    };
    const { headers, body } = partnerDelivery({
      sleeps: [{ ...night, ...sleep, ...stages, startTimeOffsetInSeconds: 3600 }],
    });
    const url = new URL("/api/webhooks/garmin_partner", page.url());
    const taken = await fetch(url, { method: "POST", headers, body });
    expect(taken.status).toBe(200);
    await expect(async () => {
      await showRecovery(page);
      await expect(page.getByText("7 h", { exact: false }).first()).toBeVisible({ timeout: 1000 });
    }).toPass(WITHIN);

    const admin = await browser.newContext({ storageState: await stateOf("admin") });
    const operations = await admin.newPage();
    await operations.goto(new URL("/operations/webhooks?provider=garmin_partner", url).href);
    const row = operations.getByRole("row").filter({ hasText: "Garmin Health" }).first();
    await expect(row).toContainText("Done");
    await expectAccessible(operations);
    await admin.close();

    await page.goto(PAGE);
    await card.getByRole("button", { name: /^Disconnect/ }).click();
    await expect(page.getByRole("dialog")).toContainText("Garmin sends nothing more");
    await page.getByRole("dialog").getByRole("button", { name: "Disconnect", exact: true }).click();
    await expect(card).toHaveCount(0);
    expect(partner.requests.some(({ method }) => method === "DELETE")).toBe(true);
  });

  test("Garmin, unofficial: tokens are tried, bring data, and leave with it", async ({ page }) => {
    const account = garmin.account({ firstDay: isoDay(-5), lastDay: isoDay(0), activities: 3 });
    await page.goto(PAGE);
    await page.getByRole("button", { name: "Connect Garmin, unofficial" }).click();
    const dialog = page.getByRole("dialog");
    const tokens = dialog.getByRole("textbox", { name: "Tokens (JSON)" });
    await dialog.getByRole("button", { name: "Connect" }).click();
    await expect(tokens).toHaveAccessibleDescription(/Paste the whole file/);
    await tokens.fill("{ not a file of tokens");
    await dialog.getByRole("button", { name: "Connect" }).click();
    await expect(dialog.getByRole("alert")).toContainText("does not take these tokens");
    await expectAccessible(page);

    await tokens.fill(garmin.diTokenJson(account));
    await dialog.getByRole("button", { name: "Connect" }).click();
    const card = cardOf(page, "Garmin, unofficial");
    await expect(fact(card, "Activities in all")).toContainText("3 fetched", WITHIN);
    await expectActivities(page, /Run \d/, 3);

    await page.goto(PAGE);
    await card.getByRole("button", { name: /^Disconnect/ }).click();
    await dialog.getByLabel("Delete what it brought").check();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Disconnect and delete" }).click();
    await expect(card).toHaveCount(0);
    await expectActivities(page, /Run \d/, 0);
    await showRecovery(page);
    await expect(page.getByText("No sleep in this period.")).toBeVisible();
  });

  test("a calendar: an address that is none, then its busy times, never what they are for", async ({
    page,
  }) => {
    await page.goto(PAGE);
    await page.getByRole("button", { name: "Connect Calendar" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/Address of the calendar/).fill(`${calendars.url}/feeds/none.ics`);
    await dialog.getByRole("button", { name: "Connect" }).click();
    await expect(dialog.getByRole("alert")).toContainText("no calendar at this address");
    await dialog
      .getByLabel(/Address of the calendar/)
      .fill(calendars.account("own", calendarText()));
    await dialog.getByLabel(/What you call it/).fill("Work");
    await dialog.getByRole("button", { name: "Connect" }).click();
    const card = cardOf(page, "Calendar");
    await expect(fact(card, "Fetched last")).toHaveText("1 busy time", WITHIN);
    await expect(card).toContainText("Work");
    await expect(card).not.toContainText("Dentist");
    // There may be several.
    const offer = page.getByRole("button", { name: "Connect Calendar", exact: true });
    await expect(offer).toBeVisible();
    await expectAccessible(page);
  });
});
