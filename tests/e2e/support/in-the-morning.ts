import type { Page } from "@playwright/test";
import { expect } from "./test";

/** Spread so that in one of them it is always between four and one o'clock. */
const ZONES = [
  "Pacific/Auckland",
  "Asia/Tokyo",
  "Asia/Dhaka",
  "Europe/Berlin",
  "America/Sao_Paulo",
  "America/Los_Angeles",
  "Pacific/Honolulu",
];

/** Moves the signed-in athlete to where it is morning now: the check-in is asked for then. */
export async function liveWhereItIsMorning(page: Page): Promise<void> {
  await page.goto("/settings");
  const preferences = page.getByRole("region", { name: "Units and time" });
  await preferences.getByLabel("Time zone").selectOption(morningZone(new Date()));
  await preferences.getByRole("button", { name: "Save" }).click();
  await expect(preferences.getByRole("status")).toHaveText("Saved.");
}

function morningZone(now: Date): string {
  const hourIn = (timeZone: string) =>
    Number(new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit" }).format(now));
  const zone = ZONES.find((one) => hourIn(one) >= 4 && hourIn(one) <= 13);
  if (!zone) throw new Error("It is morning in none of the zones.");
  return zone;
}
