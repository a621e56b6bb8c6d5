import { describe, expect, it } from "vitest";
import { fileReader } from "@/lib/integrations/files/file-reader";
import { NOTHING_SET } from "@/tests/support/nothing-set";
import { describeWithSamples, samples } from "@/tests/support/samples";
import { activityIntervals } from "./activity-intervals";
import type { RecordedLap } from "./activity-types";
import { analyzeActivity } from "./analyze-activity";
import { settingsWithDevice } from "./settings-with-device";
import { structuredIntervals } from "./structured-intervals";

type Block = readonly [level: number, seconds: number];

function outputOf(blocks: readonly Block[]) {
  const values = blocks.flatMap(([level, seconds]) => Array<number>(seconds).fill(level));
  return {
    values: Float64Array.from(values),
    valid: new Uint8Array(values.length).fill(1),
  };
}
/** One lap to each block, as a pressed button or a workout's step makes them. */
function lapsOf(blocks: readonly Block[], trigger = "manual"): RecordedLap[] {
  let startS = 0;
  return blocks.map(([, elapsedS]) => {
    const lap = {
      ...{ startS, elapsedS, timerS: elapsedS, distanceM: null, avgPowerW: null },
      ...{ avgHeartRateBpm: null, maxHeartRateBpm: null, avgCadenceRpm: null },
      ...{ avgSpeedMps: null, trigger },
    };
    startS += elapsedS;
    return lap;
  });
}
const judged = (blocks: readonly Block[], threshold: number | null, laps: RecordedLap[] = []) => {
  const output = outputOf(blocks);
  const timerOn = new Uint8Array(output.values.length).fill(1);
  const found = structuredIntervals({ output, timerOn, laps, threshold });
  return found.source === "none"
    ? found.reason
    : [found.source, ...found.bouts.map(({ startS, endS }) => `${startS}-${endS}`)];
};
const repeat = (times: number, parts: readonly Block[]): Block[] =>
  Array.from({ length: times }, () => parts).flat();

const SESSION: Block[] = [
  [150, 900],
  ...repeat(4, [
    [280, 240],
    [130, 180],
  ]),
  [140, 600],
];
const BOUTS = ["900-1140", "1320-1560", "1740-1980", "2160-2400"];

describe("structuredIntervals", () => {
  it("finds a set by its output when a threshold is known", () => {
    expect(judged(SESSION, 260)).toEqual(["output", ...BOUTS]);
    expect(judged(SESSION, null)).toContain("No threshold is known");
    expect(judged(SESSION, 400)).toContain("well below threshold");
  });

  it("takes two sets of the same bouts with a long rest between as one session", () => {
    const set = repeat(3, [
      [300, 120],
      [130, 120],
    ]);
    expect(judged([[150, 600], ...set, [130, 900], ...set], 260)).toHaveLength(7);
  });

  it("finds none in hard stretches that differ, and says why", () => {
    const ride: Block[] = [
      [150, 600],
      [260, 90],
      [150, 400],
      [330, 45],
      [150, 700],
      [240, 400],
      [150, 200],
      [300, 180],
      [150, 600],
    ];
    expect(judged(ride, 250)).toContain("differ in length or effort");
    expect(judged([[200, 3600]], 250)).toContain("Fewer than three");
    const threeAlike: Block[] = [
      ...ride,
      ...repeat(3, [
        [330, 45],
        [150, 300],
      ]),
    ];
    expect(judged(threeAlike, 250)).toContain("most are not");
  });

  it("finds none when the rests have no order", () => {
    const rests = [60, 1200, 90, 2400, 45];
    const ride = rests.flatMap<Block>((rest) => [
      [300, 180],
      [120, rest],
    ]);
    expect(judged([[120, 300], ...ride], 260)).toContain("rests");
  });

  it("believes laps that stand out, two of them too and without a threshold", () => {
    const twice: Block[] = [
      [150, 380],
      [258, 601],
      [152, 371],
      [263, 601],
      [87, 312],
    ];
    expect(judged(twice, null, lapsOf(twice))).toEqual(["laps", "380-981", "1352-1953"]);
    expect(judged(twice, 380, lapsOf(twice))).toContain("Fewer than three");
  });

  it("does not believe laps that the device made alone, or that differ", () => {
    const hills = repeat(6, [
      [230, 300],
      [170, 300],
    ]);
    expect(judged(hills, null, lapsOf(hills, "time"))).toContain("no laps");
    const unlike: Block[] = [
      [150, 300],
      [300, 60],
      [150, 300],
      [250, 600],
      [150, 300],
    ];
    expect(judged(unlike, null, lapsOf(unlike))).toContain("Fewer than three");
  });
});

describeWithSamples("fit", "intervals of real recordings", () => {
  /** The only structured sessions among the rides and runs, by their laps and names. */
  const SESSIONS: Readonly<Record<string, readonly [source: string, seconds: number[]]>> = {
    "cycling/edge800-indoor-trainer-38min-np228-ftp250.fit": ["laps", [601, 601]],
    "cycling/edge810-vector-78min-np301-ftp315.fit": ["laps", [1202, 1203]],
    "running/fenix5x-run-28min-14laps-devdata.fit": ["laps", [278, 261, 268, 263]],
  };

  it("are found in the three structured sessions and in no other ride or run", async () => {
    const folders = ["cycling", "running", "multisport", "tcx-gpx"];
    const names = folders.flatMap((folder) =>
      samples.names(`fit/${folder}`).map((name) => `${folder}/${name}`),
    );
    for (const name of names) {
      const content = await fileReader.read(samples.read(`fit/${name}`), name);
      if (content.kind !== "activities") continue;
      for (const recorded of content.activities) {
        const { settings } = settingsWithDevice(recorded, NOTHING_SET);
        const { streams, metrics } = analyzeActivity(recorded, settings);
        // Where the device knew none, a threshold low enough for any gate to open.
        const ftpW = settings.ftpW ?? (metrics.normalizedPower?.value ?? 0) * 0.8;
        const thresholdSpeedMps = ((recorded.distanceM ?? 0) / recorded.timerS) * 0.85;
        const found = activityIntervals({
          ...{ recorded, streams, marked: null },
          settings: { ...settings, ftpW, thresholdSpeedMps },
        });
        const [source, seconds] = SESSIONS[name] ?? ["none", []];
        expect(found?.source ?? "none", name).toBe(source);
        expect(found?.bouts.map(({ fromS, toS }) => toS - fromS) ?? [], name).toEqual(seconds);
      }
    }
  }, 120_000);
});
