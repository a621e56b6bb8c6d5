import { describe, expect, it } from "vitest";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import { stripTiles } from "./prepare-strip";

const metric = (value: number | null, reason?: string) => ({
  value,
  unit: "",
  formula: "AVG-1@1",
  ...(reason === undefined ? {} : { reason }),
});

const HOUR = {
  sport: "cycling",
  timerS: 3600,
  elapsedS: 3600,
  movingS: null,
  distanceM: 30_000,
  isIndoor: false,
  load: 60,
  loadMethod: "hrss",
  loads: [],
  lengths: [],
  sets: [],
  deviceValues: {},
  metrics: {},
} as unknown as ActivityDetail;

function labelled(changes: Partial<ActivityDetail>) {
  const tiles = stripTiles({ ...HOUR, ...changes }, "metric");
  return Object.fromEntries(tiles.map(({ label, text }) => [label, text]));
}

describe("stripTiles", () => {
  it("leaves out what a ride without a power meter cannot have", () => {
    const none = metric(null, "No power was recorded.");
    const tiles = labelled({
      metrics: { normalizedPower: none, intensityFactor: none, avgHeartRate: metric(132) },
    });
    expect(Object.keys(tiles)).toEqual(["Duration", "Distance", "Training load", "Heart rate"]);
  });

  it("keeps an intensity that only wants a threshold, with the reason", () => {
    const tiles = stripTiles(
      {
        ...HOUR,
        metrics: {
          normalizedPower: metric(210),
          intensityFactor: metric(null, "FTP is not known on this day."),
        },
      },
      "metric",
    );
    expect(tiles.find(({ label }) => label === "Intensity")).toMatchObject({
      text: "–",
      note: "FTP is not known on this day.",
    });
  });

  it("calls the pace with the hills taken out what the table below calls so", () => {
    const metrics = { avgGradedSpeed: metric(3.28), normalizedGradedSpeed: metric(3.33) };
    expect(labelled({ sport: "running", metrics })["Graded pace"]).toBe("5:05 /km");
  });

  it("says how deep a dive went", () => {
    const dive = { ...HOUR, sport: "diving", distanceM: null } as const;
    const deep = { ...dive, deviceValues: { maxDepthM: 17.646, avgDepthM: 11.291 } };
    const [, tile] = stripTiles(deep, "metric");
    expect(tile).toMatchObject({ label: "Deepest", text: "17.6 m", note: "11.3 m on average" });
    expect(stripTiles(deep, "imperial")[1]?.text).toBe("58 ft");
    expect(labelled(dive)).not.toHaveProperty("Deepest");
  });

  it("tells no distance of a match in a hall and of a dive, and no climb of a rowing machine", () => {
    expect(labelled({ sport: "team_sport", distanceM: 360, timerS: 8071 })).not.toHaveProperty(
      "Distance",
    );
    expect(labelled({ sport: "diving", distanceM: 75, timerS: 2111 })).not.toHaveProperty(
      "Distance",
    );
    expect(
      labelled({ sport: "rowing", isIndoor: true, metrics: { ascent: metric(0) } }),
    ).not.toHaveProperty("Climbed");
  });
});
