import fc from "fast-check";
import { expect, it } from "vitest";
import { wallClockAt } from "./zoned-time";

const ZONES = ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"];
const two = (n: number) => String(n).padStart(2, "0");

function shown(at: Date, timeZone: string): string {
  const { day, hour, minute, second } = wallClockAt(at, timeZone);
  return `${day} ${two(hour)}:${two(minute)}:${two(second)}`;
}

function byRuntime(at: Date, timeZone: string): string {
  const style = { dateStyle: "short", timeStyle: "medium", timeZone } as const;
  return new Intl.DateTimeFormat("sv-SE", style).format(at);
}

it("shows what the runtime's calendar shows, whenever and wherever", () => {
  const at = fc.date({
    min: new Date("1960-01-01"),
    max: new Date("2037-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), at, (zone, instant) => {
      expect(shown(instant, zone)).toBe(byRuntime(instant, zone));
    }),
    { numRuns: 500 },
  );
});

it("does so on either side of each change of the clocks of a year", () => {
  const dayMs = 86_400_000;
  const quarterMs = dayMs / 96;
  for (const zone of ZONES) {
    const offsetAt = (ms: number) => Date.parse(`${byRuntime(new Date(ms), zone)}Z`) - ms;
    for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += dayMs) {
      if (offsetAt(day) === offsetAt(day + dayMs)) continue;
      for (let at = day; at <= day + dayMs; at += quarterMs) {
        const around = [at - 1000, at, at + 1000].map((ms) => new Date(ms));
        expect(around.map((one) => shown(one, zone))).toEqual(
          around.map((one) => byRuntime(one, zone)),
        );
      }
    }
  }
});

it("refuses a zone that there is not", () => {
  expect(() => wallClockAt(new Date(), "Europe/Atlantis")).toThrow(RangeError);
  expect(() => wallClockAt(new Date(Number.NaN), "Europe/Berlin")).toThrow(RangeError);
});
