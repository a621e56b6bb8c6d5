import { describe, expect, it } from "vitest";
import { nextMorning } from "./next-morning";

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
});
