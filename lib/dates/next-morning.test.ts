import { describe, expect, it } from "vitest";
import { localDate } from "./local-date";
import { latestMorning, nextMorning } from "./next-morning";

const at = (now: string, zone: string) => nextMorning(new Date(now), zone, 360).toISOString();

describe("nextMorning", () => {
  it("is today's while it has not come", () => {
    expect(at("2026-11-21T04:59:59Z", "Europe/Paris")).toBe("2026-11-21T05:00:00.000Z");
  });
  it("is tomorrow's from that instant on", () => {
    expect(at("2026-11-21T05:00:00Z", "Europe/Paris")).toBe("2026-11-22T05:00:00.000Z");
  });
  it("follows the clock over the spring change", () => {
    expect(at("2026-03-28T12:00:00Z", "Europe/Paris")).toBe("2026-03-29T04:00:00.000Z");
  });
  it("takes the day from where the athlete is", () => {
    expect(at("2026-11-21T23:30:00Z", "Pacific/Auckland")).toBe("2026-11-22T17:00:00.000Z");
  });

  const following = (now: string, zone: string, lastDay: string, minute = 360) =>
    nextMorning(new Date(now), zone, minute, localDate(lastDay)).toISOString();

  it("leaves out no day for who flies east over the morning", () => {
    // 05:30 in Paris, 17:30 in Auckland: the 22nd has had no morning there.
    const now = "2026-11-22T04:30:00Z";
    expect(following(now, "Pacific/Auckland", "2026-11-21")).toBe("2026-11-21T17:00:00.000Z");
  });
  it("gives no day a second one to who flies west", () => {
    // The 22nd began in Auckland; in Honolulu it is still the 21st.
    const now = "2026-11-21T18:00:00Z";
    expect(following(now, "Pacific/Honolulu", "2026-11-22")).toBe("2026-11-23T16:00:00.000Z");
  });
  it("is due at once when the athlete's hour is moved before now", () => {
    const now = "2026-11-21T04:30:00Z";
    expect(following(now, "Europe/Paris", "2026-11-20", 300)).toBe("2026-11-21T04:00:00.000Z");
  });
  it("of several that were missed takes the last that has come", () => {
    const zone = "Europe/Paris";
    expect(latestMorning(new Date("2026-11-21T02:00:00Z"), zone, 360)).toBe("2026-11-20");
    expect(following("2026-11-21T02:00:00Z", zone, "2026-11-17")).toBe("2026-11-20T05:00:00.000Z");
  });
  it.each([
    [
      "Europe/Paris",
      "2026-03-28T12:00:00Z",
      "2026-03-29T01:30:00.000Z",
      "2026-03-30T00:30:00.000Z",
    ],
    [
      "Europe/Paris",
      "2026-10-24T12:00:00Z",
      "2026-10-25T00:30:00.000Z",
      "2026-10-26T01:30:00.000Z",
    ],
    [
      "America/New_York",
      "2026-10-31T12:00:00Z",
      "2026-11-01T05:30:00.000Z",
      "2026-11-02T06:30:00.000Z",
    ],
  ])("has one morning on the day that the clocks change (%s)", (zone, now, first, second) => {
    // 02:30 and 01:30 are left out or come twice on these days.
    const minute = zone === "Europe/Paris" ? 150 : 90;
    const due = nextMorning(new Date(now), zone, minute);
    expect(due.toISOString()).toBe(first);
    const day = latestMorning(due, zone, minute);
    expect(nextMorning(due, zone, minute, day).toISOString()).toBe(second);
    const anHourLater = new Date(due.getTime() + 3_600_000);
    expect(nextMorning(anHourLater, zone, minute, day).toISOString(), "once").toBe(second);
  });
});
