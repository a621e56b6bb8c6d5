import { createHash } from "node:crypto";
import { Decoder, Stream } from "@garmin/fitsdk";
import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { demoSets } from "./demo-sets";
import { demoYear } from "./demo-year";

const TODAY = localDate("2026-11-21");

function firstFiles(count: number): { name: string; bytes: Uint8Array }[] {
  const files = [];
  for (const file of demoYear(TODAY).activityFiles()) {
    if (files.length === count) break;
    files.push(file);
  }
  return files;
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

describe("demoYear", () => {
  it("is the same year each time", () => {
    expect(firstFiles(3).map((file) => digest(file.bytes))).toEqual(
      firstFiles(3).map((file) => digest(file.bytes)),
    );
    expect(demoYear(TODAY).checkIns).toEqual(demoYear(TODAY).checkIns);
  });

  it("ends today with a night and no activity yet", () => {
    const { calendar, nights } = demoYear(TODAY);
    expect(calendar.sessions.every((session) => session.day < TODAY)).toBe(true);
    expect(nights.some((file) => file.name === `sleep-${TODAY}.json`)).toBe(true);
  });

  it("has every sport, an illness, a week away, two races behind and one ahead", () => {
    const { sessions, events } = demoYear(TODAY).calendar;
    expect(new Set(sessions.map((session) => session.sport))).toEqual(
      new Set(["running", "cycling", "indoor_cycling", "swimming", "strength"]),
    );
    expect(events.map((event) => event.kind)).toEqual([
      "illness",
      "holiday",
      "race",
      "race",
      "race",
    ]);
    const away = events[1];
    expect(sessions.filter((s) => away && s.day >= away.fromDay && s.day <= away.toDay)).toEqual(
      [],
    );
  });

  it("writes files that a FIT decoder reads without an error", () => {
    for (const file of firstFiles(6)) {
      const decoder = new Decoder(Stream.fromByteArray(file.bytes));
      expect(decoder.checkIntegrity(), file.name).toBe(true);
      const { errors, messages } = decoder.read();
      expect(errors, file.name).toEqual([]);
      expect(messages.sessionMesgs?.length, file.name).toBe(1);
      expect(messages.recordMesgs?.length ?? 0, file.name).toBeGreaterThan(1000);
    }
  });

  it("counts sets in its strength sessions, heavier through the year", () => {
    const { calendar } = demoYear(TODAY);
    const sessions = calendar.sessions.filter(({ sport }) => sport === "strength");
    const weightOf = (index: number) =>
      demoSets(sessions.at(index)?.day ?? TODAY, calendar.firstDay)[0]?.weightKg ?? 0;
    expect(weightOf(-1)).toBeGreaterThan(weightOf(0));
    const file = firstFiles(6).find(({ name }) => name.includes("strength"));
    const { messages } = new Decoder(Stream.fromByteArray(file?.bytes ?? [])).read();
    const active = messages.setMesgs?.filter((set) => set.setType === "active") ?? [];
    expect(active).toHaveLength(15);
    expect(active[0]).toMatchObject({ repetitions: 6, weight: 50, category: ["squat"] });
    expect(active.at(-1)).not.toHaveProperty("weight");
  });
});
