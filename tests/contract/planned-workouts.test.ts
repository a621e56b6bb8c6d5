import { expect, it, vi } from "vitest";
import { fileReader } from "@/lib/integrations/files/file-reader";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";
import { prepareStreams } from "@/lib/training/activity/prepare-streams";
import { alignWorkout } from "@/lib/training/alignment/align-workout";
import { buildWorkout } from "@/lib/training/plan/build-workout";
import { planOfRecommendation } from "@/lib/training/plan/plan-of-recommendation";
import type { PlannedStep } from "@/lib/training/plan/planned-workout";
import { WORKOUT_TEMPLATES } from "@/lib/training/plan/workout-templates";
import { NOTHING_SET } from "../support/nothing-set";
import { describeWithSamples, samples } from "../support/samples";

vi.setConfig({ testTimeout: 240_000 });

const TRAINER = "cycling/edge800-indoor-trainer-38min-np228-ftp250.fit";
const ROAD = "cycling/edge810-vector-78min-np301-ftp315.fit";
const RUN = "running/fenix5x-run-28min-14laps-devdata.fit";

async function activitiesOf(name: string): Promise<readonly RecordedActivity[]> {
  const content = await fileReader.read(samples.read(`fit/${name}`), name);
  return content.kind === "activities" ? content.activities : [];
}
async function only(name: string): Promise<RecordedActivity> {
  const [activity] = await activitiesOf(name);
  if (activity === undefined) throw new Error(`${name} holds no activity`);
  return activity;
}
function align(
  recorded: RecordedActivity,
  steps: readonly PlannedStep[],
  laps: RecordedActivity["laps"] = recorded.laps,
) {
  const { streams } = prepareStreams(recorded, NOTHING_SET);
  return alignWorkout({ workout: { steps }, streams, laps, sport: recorded.sport });
}
const step = (kind: PlannedStep["kind"], seconds: number, low: number, high: number) => ({
  ...{ kind, length: { by: "time", seconds } as const },
  target: { kind: "power", low, high } as const,
});

describeWithSamples("fit", "planned workouts against real recordings", () => {
  it.each([
    {
      name: TRAINER,
      steps: [
        ...[step("warmup", 360, 130, 170), step("work", 600, 245, 270)],
        ...[step("recovery", 360, 130, 170), step("work", 600, 245, 270)],
        step("cooldown", 300, 80, 150),
      ],
      workLaps: [1, 3],
    },
    {
      name: ROAD,
      steps: [
        ...[step("warmup", 1800, 230, 330), step("work", 1200, 295, 325)],
        ...[step("recovery", 120, 100, 180), step("work", 1200, 295, 325)],
        step("cooldown", 300, 100, 180),
      ],
      workLaps: [4, 6],
    },
  ])(
    "finds the repetitions of $name by power alone, near the laps",
    async ({ name, steps, workLaps }) => {
      const recorded = await only(name);
      const byLaps = align(recorded, steps);
      const byOutput = align(recorded, steps, []);
      if (byLaps.source === "none" || byOutput.source === "none") throw new Error("not aligned");
      const workOf = (from: typeof byLaps) => from.steps.filter((one) => one.step.kind === "work");
      expect([byLaps.source, byOutput.source]).toEqual(["laps", "output"]);
      expect(workOf(byOutput).map(({ status }) => status)).toEqual(["done", "done"]);
      for (const [i, lap] of workLaps.entries()) {
        const { startS = 0, elapsedS = 0 } = recorded.laps[lap] ?? {};
        expect(Math.abs((workOf(byLaps)[i]?.fromS ?? 0) - startS)).toBeLessThanOrEqual(1);
        expect(Math.abs((workOf(byOutput)[i]?.fromS ?? 0) - startS)).toBeLessThan(20);
        expect(Math.abs((workOf(byOutput)[i]?.toS ?? 0) - startS - elapsedS)).toBeLessThan(20);
      }
    },
  );

  it("tells by the numbers of its laps which repetitions a run broke off", async () => {
    const run = await only(RUN);
    const alignment = align(run, run.workout?.steps ?? []);
    if (alignment.source === "none") throw new Error(alignment.reason);
    expect(alignment.source).toBe("steps");
    const work = alignment.steps.filter((one) => one.step.kind === "work");
    expect(work.map((one) => one.step.length)).toEqual(
      Array(6).fill({ by: "distance", metres: 1000 }),
    );
    expect(work.map(({ status }) => status)).toEqual([
      ...["done", "done", "done", "done", "partly", "partly"],
    ]);
  });

  it("takes no other recording for a set of repetitions", async () => {
    const mistaken: string[] = [];
    let held = 0;
    for (const { name, recorded } of await unplanned()) {
      for (const { id, steps } of setsFor(recorded)) {
        held++;
        if (align(recorded, steps).source !== "none") mistaken.push(`${name}: ${id}`);
      }
    }
    expect(held).toBeGreaterThan(60);
    expect(mistaken).toEqual([]);
  });
});

/** The recordings of a quarter of an hour and more that nobody is known to have planned. */
async function unplanned(): Promise<{ name: string; recorded: RecordedActivity }[]> {
  const names = samples
    .names("fit")
    .filter((name) => name.endsWith(".fit") && ![TRAINER, ROAD, RUN].includes(name));
  const all = await Promise.all(
    names.map(async (name) => (await activitiesOf(name)).map((recorded) => ({ name, recorded }))),
  );
  return all.flat().filter(({ recorded }) => recorded.timerS >= 900);
}

/** Every set of two repetitions or more that could have been recommended for such a day. */
function setsFor(recorded: RecordedActivity): { id: string; steps: readonly PlannedStep[] }[] {
  const settings = { ...NOTHING_SET, ...capacitiesFor(recorded) };
  const durationS = Math.min(5400, Math.max(2400, Math.floor(recorded.timerS / 300) * 300));
  return WORKOUT_TEMPLATES.filter(({ sport }) => sport === recorded.sport).flatMap((template) => {
    const workout = buildWorkout(template, durationS, settings);
    const steps = workout === null ? [] : planOfRecommendation(workout).steps;
    const repetitions = steps.filter(({ kind }) => kind === "work").length;
    return repetitions < 2 ? [] : [{ id: template.id, steps }];
  });
}

/** Thresholds as they may be, so that the targets lie among what was recorded. */
function capacitiesFor({ deviceValues, distanceM, timerS }: RecordedActivity) {
  const meanSpeedMps = distanceM === null ? 3 : distanceM / timerS;
  return {
    ftpW: deviceValues.ftpW ?? 1.3 * (deviceValues.avgPowerW ?? 150),
    thresholdSpeedMps: 1.15 * meanSpeedMps,
    criticalSwimSpeedMps: 1.1 * meanSpeedMps,
  };
}
