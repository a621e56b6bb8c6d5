import { expect, it } from "vitest";
import { addDays, eachDay, localDate } from "@/lib/dates/local-date";
import { prepareSleep, type SleepNight } from "./prepare-sleep";

const TO = localDate("2026-03-20");
const days = eachDay(addDays(TO, -19), TO);

const known: SleepNight = {
  ...{ sleepS: 7 * 3600, deepSleepS: 3600, remSleepS: 5400, lightSleepS: 16_200, awakeS: 600 },
  ...{ sleepStartAt: new Date("2026-03-01T22:00:00Z"), sleepScore: 80 },
};
const plain: SleepNight = {
  ...{ sleepS: 7 * 3600, deepSleepS: null, remSleepS: null, lightSleepS: null, awakeS: null },
  ...{ sleepStartAt: null, sleepScore: null },
};
const panelsOf = (nights: readonly (SleepNight | null)[]) =>
  prepareSleep(nights, { days, lead: 0 }, "Europe/Berlin").model?.panels.map(({ series }) =>
    series.map(({ name }) => name),
  );

it("draws nights, scores and debt where all of them are known", () => {
  const panels = panelsOf(days.map(() => known));
  expect(panels).toEqual([
    ["Deep", "REM", "Light"],
    ["Score", "Device's score"],
    ["Debt, 14 nights"],
  ]);
});

it("leaves a panel out that would be empty", () => {
  const lone = days.map((_, i) => (i === 19 ? plain : null));
  expect(panelsOf(lone)).toEqual([["Asleep, no stages"], ["Score"]]);
  expect(panelsOf(days.map(() => null))).toBeUndefined();
});

it("names the hours of its axes in a few signs, whatever their size", () => {
  const nights = days.map(() => ({ ...known, sleepS: 7.95 * 3600 }));
  const { model } = prepareSleep(nights, { days, lead: 0 }, "Europe/Berlin");
  const ticks = model?.panels.flatMap((panel) => panel.ticks.map(({ text }) => text)) ?? [];
  expect(ticks).toContain("0:15");
  for (const text of ticks) expect(text.length).toBeLessThanOrEqual(5);
});

it("names the last night shown, which is not that of today where today is left out", () => {
  const finding = (nights: readonly (SleepNight | null)[], name?: string) =>
    prepareSleep(nights, { days, lead: 0 }, "Europe/Berlin", name).finding;
  const nights = days.map(() => known);
  expect(finding(nights)).toMatch(/^Slept 7\u00a0h last night, score \d+; /);
  expect(finding(nights, "the night before last")).toMatch(/^Slept 7\u00a0h the night before last/);
  expect(finding([...nights.slice(0, -1), null])).toMatch(/^The sleep of last night is not in yet/);
});
