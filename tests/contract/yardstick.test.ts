import { expect, it, vi } from "vitest";
import { fileReader } from "@/lib/integrations/files/file-reader";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";
import { analyzeActivity } from "@/lib/training/activity/analyze-activity";
import { timeInZone } from "@/lib/training/zones/time-in-zone";
import { NOTHING_SET } from "../support/nothing-set";
import { describeWithSamples, samples } from "../support/samples";

vi.setConfig({ testTimeout: 120_000 });

const POWER_TOLERANCE = 0.015;
const ZONE_TOLERANCE_S = 10;
/** Share of the timer's seconds that have a record: below it is smart recording. */
const ONE_HERTZ_SHARE = 0.95;

/** Files whose zone seconds cannot be had from the heart rate that they hold. */
const OTHER_ZONES: Readonly<Record<string, string>> = {
  "cycling/wahoo-elemnt-3h44-np157-ftp220.fit":
    "the device divides by a finer heart rate than the whole beats it writes (tested below)",
  "swimming/fr735xt-pool-73min-166lengths-99laps.fit":
    "the device counted 2668 of 4372 s; the strap's stored heart rate, merged later, fills all",
};

async function longActivities(): Promise<{ name: string; activity: RecordedActivity }[]> {
  const found: { name: string; activity: RecordedActivity }[] = [];
  for (const name of samples.names("fit").filter((one) => one.endsWith(".fit"))) {
    const content = await fileReader.read(samples.read(`fit/${name}`), name);
    if (content.kind !== "activities") continue;
    for (const activity of content.activities) {
      if (activity.timerS >= 1200) found.push({ name, activity });
    }
  }
  return found;
}

describeWithSamples("fit", "our numbers against the device's own", () => {
  it("has the device's normalized power within 1.5 % on every file over 20 minutes", async () => {
    const compared: string[] = [];
    for (const { name, activity } of await longActivities()) {
      const device = activity.deviceValues.normalizedPowerW;
      if (device === undefined) continue;
      const ours = analyzeActivity(activity, NOTHING_SET).metrics.normalizedPower?.value ?? 0;
      const isClose = Math.abs(ours / device - 1) <= POWER_TOLERANCE;
      expect({ name, device, ours, isClose }).toMatchObject({ isClose: true });
      compared.push(name);
    }
    expect(compared.length).toBeGreaterThanOrEqual(9);
  });

  it("has the device's seconds in heart rate zones within 10 s on every 1 Hz recording", async () => {
    const compared: string[] = [];
    for (const { name, activity } of await longActivities()) {
      const { heartRateZoneSeconds: device, heartRateZoneBoundariesBpm: boundaries } =
        activity.deviceValues;
      const isOneHertz = activity.samples.timeS.length >= activity.timerS * ONE_HERTZ_SHARE;
      const { streams } = analyzeActivity(activity, NOTHING_SET);
      const heartRate = streams.channels.heartRateBpm;
      if (!device || !boundaries || !heartRate || !isOneHertz || name in OTHER_ZONES) continue;
      const ours = timeInZone(heartRate, streams.timerOn, boundaries, "bpm").seconds;
      const differences = ours.map((seconds, i) => Math.abs(seconds - (device[i] ?? 0)));
      const isClose = Math.max(...differences) <= ZONE_TOLERANCE_S;
      expect({ name, ours, device, isClose }).toMatchObject({ isClose: true });
      compared.push(name);
    }
    expect(compared.length).toBeGreaterThanOrEqual(12);
  });

  it("has the ELEMNT's seconds between ours at its boundaries and a beat below", async () => {
    const found = (await longActivities()).find(({ name }) => name.includes("wahoo-elemnt"));
    const { heartRateZoneSeconds: device = [], heartRateZoneBoundariesBpm: boundaries = [] } =
      found?.activity.deviceValues ?? {};
    const { streams } = analyzeActivity(found?.activity as RecordedActivity, NOTHING_SET);
    const heartRate = streams.channels.heartRateBpm;
    if (!heartRate) throw new Error("The recording has no heart rate.");
    const below = (seconds: readonly number[]) =>
      boundaries.map((_, i) => seconds.slice(0, i + 1).reduce((sum, one) => sum + one, 0));
    const ours = (shift: number) => {
      const shifted = boundaries.map((boundary) => boundary + shift);
      return below(timeInZone(heartRate, streams.timerOn, shifted, "bpm").seconds);
    };
    // It does not count the second of each interruption.
    const interruptions = (found?.activity.pauses.length ?? 0) + ZONE_TOLERANCE_S;
    const [beatBelow, whole] = [ours(-1), ours(0)];
    expect(boundaries).toHaveLength(4);
    for (const [i, seconds] of below(device).slice(0, 3).entries()) {
      expect(seconds).toBeGreaterThan((beatBelow[i] ?? 0) - interruptions);
      expect(seconds).toBeLessThan(whole[i] ?? 0);
      const middle = ((beatBelow[i] ?? 0) + (whole[i] ?? 0)) / 2;
      expect(Math.abs(seconds - middle)).toBeLessThan(interruptions);
    }
  });
});
