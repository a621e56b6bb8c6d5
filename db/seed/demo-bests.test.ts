import { describe, expect, it } from "vitest";
import { addDays, daysBetween, localDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";
import { activityCurves } from "@/lib/training/capacity/activity-curves";
import { criticalPowerEstimate } from "@/lib/training/capacity/critical-power-estimate";
import { activityBestEfforts } from "@/lib/training/race/activity-best-efforts";
import { DEMO_ATHLETE, demoCapacityOn } from "./demo-athlete";
import { demoCalendar } from "./demo-calendar";
import { type DemoRecording, demoRecording } from "./demo-streams";

const { weightKg } = DEMO_ATHLETE;

function streamsOf({ lengthS, powerW, distanceM }: DemoRecording) {
  const valid = new Uint8Array(lengthS).fill(1);
  return {
    lengthS,
    timerOn: valid,
    channels: {
      ...(powerW ? { powerW: { values: powerW, valid } } : {}),
      ...(distanceM ? { distanceM: { values: distanceM, valid } } : {}),
    },
  };
}

// Each weekday, for the weeks of the year shift against today.
describe.each(["2026-11-16", "2026-11-19", "2026-11-21", "2026-11-22", "2027-03-05"])(
  "the demo athlete's bests on %s",
  (text) => {
    const today = localDate(text);
    const { sessions, events } = demoCalendar(today, 7);
    const athlete = { weightKg, gradedPaceModel: "observed" } as const;
    const recorded = (sport: Sport, days: number) =>
      sessions
        .filter((session) => session.sport.endsWith(sport) && session.day >= addDays(today, -days))
        .map((session, i) => {
          const capacity = demoCapacityOn(daysBetween(session.day, today));
          return { session, streams: streamsOf(demoRecording(session, capacity, 100 + i)) };
        });

    it("give a critical power that can be believed", () => {
      const rides = recorded("cycling", 90).flatMap(({ session, streams }, i) =>
        activityCurves(
          { sport: "cycling", isIndoor: false, timerS: streams.lengthS },
          streams,
          athlete,
        )
          .filter(({ kind }) => kind === "power")
          .map(({ bests }) => ({ activityId: `${i} ${session.name}`, bests })),
      );
      const estimate = criticalPowerEstimate(rides, { weightKg, ftpW: demoCapacityOn(0).ftpW });
      expect(estimate.reason).toBeNull();
      expect(estimate.fit?.criticalPowerW).toBeGreaterThan(0.99 * demoCapacityOn(0).ftpW);
      expect(estimate.fit?.criticalPowerW).toBeLessThan(1.1 * demoCapacityOn(0).ftpW);
      expect(estimate.fit?.wPrimeJ).toBeGreaterThan(10_000);
    });

    it("give one to the latest of the hard rides, too, from those before it", () => {
      const rides = recorded("cycling", 42).filter(({ session }) =>
        session.name.includes("all out"),
      );
      const before = rides
        .slice(0, -1)
        .flatMap(({ session, streams }) =>
          activityCurves(
            { sport: "cycling", isIndoor: false, timerS: streams.lengthS },
            streams,
            athlete,
          ).map(({ bests }) => ({ activityId: session.day, bests })),
        );
      expect(criticalPowerEstimate(before, { weightKg, ftpW: 228 }).reason).toBeNull();
    });

    it("hold two races over their whole distances", () => {
      const races = events.filter(({ kind, fromDay }) => kind === "race" && fromDay < today);
      const runs = recorded("running", 90);
      const longest = races.map(({ fromDay }) => {
        const run = runs.find(({ session }) => session.day === fromDay);
        return run ? activityBestEfforts({ sport: "running" }, run.streams).at(-1)?.distanceM : 0;
      });
      expect(longest).toEqual([10_000, 21_097.5]);
    });
  },
);
