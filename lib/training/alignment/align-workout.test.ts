import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecordedLap, Streams } from "../activity/activity-types";
import type { PlannedStep } from "../plan/planned-workout";
import { alignWorkout } from "./align-workout";
import type { WorkoutAlignment } from "./alignment-types";

type Block = readonly [watts: number, seconds: number];
type Kind = PlannedStep["kind"];

const step = (kind: Kind, seconds: number, low: number, high: number): PlannedStep => ({
  kind,
  length: { by: "time", seconds },
  target: { kind: "power", low, high },
});
const WARM_UP = step("warmup", 900, 130, 160);
const WORK = step("work", 300, 235, 255);
const REST = step("recovery", 180, 110, 135);
const COOL_DOWN = step("cooldown", 600, 110, 135);
const FIVE_BY_FIVE = [
  WARM_UP,
  ...[WORK, REST, WORK, REST, WORK, REST, WORK, REST, WORK],
  COOL_DOWN,
];
const [EASY, HARD, OFF] = [145, 245, 120];

function ride(blocks: readonly Block[], noise = 0): Streams {
  const watts = blocks.flatMap(([level, seconds]) => Array<number>(seconds).fill(level));
  const values = Float64Array.from(
    watts,
    (level, s) => level * (1 + noise * Math.sin(s * 1.7) * Math.cos(s * 0.31)),
  );
  const valid = new Uint8Array(values.length).fill(1);
  return { lengthS: values.length, timerOn: valid, channels: { powerW: { values, valid } } };
}
const exactly = (steps: readonly PlannedStep[]): Block[] =>
  steps.map(({ length, target }) => [
    ((target.low ?? 0) + (target.high ?? 0)) / 2,
    length.by === "time" ? length.seconds : 0,
  ]);
function align(
  streams: Streams,
  steps: readonly PlannedStep[] = FIVE_BY_FIVE,
  laps: readonly RecordedLap[] = [],
) {
  return alignWorkout({ workout: { steps }, streams, laps, sport: "cycling" });
}
function found(alignment: WorkoutAlignment) {
  if (alignment.source === "none") throw new Error(alignment.reason);
  return alignment;
}
const outcomes = (alignment: WorkoutAlignment) =>
  found(alignment).steps.map(({ status }) => status);
const work = (alignment: WorkoutAlignment) =>
  found(alignment).steps.filter(({ step: { kind } }) => kind === "work");

describe("alignWorkout by what was recorded", () => {
  it("finds a workout that was done to the second, with agreement 1", () => {
    const alignment = found(align(ride(exactly(FIVE_BY_FIVE))));
    expect(alignment).toMatchObject({ source: "output", agreement: 1, extra: [] });
    let at = 0;
    for (const one of alignment.steps) {
      const seconds = one.step.length.by === "time" ? one.step.length.seconds : 0;
      expect(one).toMatchObject({ status: "done", fromS: at, toS: at + seconds, inRange: 1 });
      expect(one.startShiftS).toBe(0);
      at += seconds;
    }
    expect(work(alignment).map(({ repetition }) => repetition?.number)).toEqual([1, 2, 3, 4, 5]);
    expect(work(alignment)[0]?.mean).toBe(245);
  });

  it("names the last repetition when it was left out", () => {
    const blocks: Block[] = [[EASY, 900]];
    for (let n = 0; n < 4; n++) blocks.push([HARD, 300], [OFF, 180]);
    const alignment = align(ride([...blocks, [OFF, 600]], 0.1));
    expect(work(alignment).map(({ status }) => status)).toEqual([
      ...["done", "done", "done", "done", "skipped"],
    ]);
    expect(work(alignment)[4]).toMatchObject({ mean: null, fromS: null, timerS: null });
    expect(work(alignment)[4]?.reason).toBe("Not found in the recording.");
  });

  it("names the middle repetition when the rest around it took its time", () => {
    const alignment = align(
      ride([
        ...([
          [EASY, 900],
          [HARD, 300],
          [OFF, 180],
          [HARD, 300],
        ] as const),
        ...([
          [OFF, 660],
          [HARD, 300],
          [OFF, 180],
          [HARD, 300],
          [OFF, 600],
        ] as const),
      ]),
    );
    expect(work(alignment).map(({ status }) => status)).toEqual([
      ...["done", "done", "skipped", "done", "done"],
    ]);
  });

  it("lets a warm-up be longer, and tells how much later the work began", () => {
    const blocks = exactly(FIVE_BY_FIVE);
    const alignment = align(ride([[EASY, 1700], ...blocks.slice(1)], 0.1));
    expect(outcomes(alignment)).not.toContain("skipped");
    expect(work(alignment)[0]?.startShiftS).toBe(800);
    expect(work(alignment)[0]?.fromS).toBe(1700);
  });

  it("takes a stop with the timer off for no time, and one with the timer on for rest", () => {
    const blocks = exactly(FIVE_BY_FIVE);
    const stopped = ride([...blocks.slice(0, 3), [0, 420], ...blocks.slice(3)]);
    expect(outcomes(align(stopped))).toEqual(FIVE_BY_FIVE.map(() => "done"));
    const paused = {
      ...stopped,
      timerOn: stopped.timerOn.map((_, s) => Number(s < 1380 || s >= 1800)),
    };
    const alignment = found(align(paused));
    expect(outcomes(alignment)).toEqual(FIVE_BY_FIVE.map(() => "done"));
    expect(alignment.steps.map(({ startShiftS }) => startShiftS)).toEqual(
      FIVE_BY_FIVE.map(() => 0),
    );
    expect(alignment.steps[3]?.fromS).toBe(1800);
  });

  it("tells an effort more than planned", () => {
    const blocks = exactly(FIVE_BY_FIVE);
    const more: Block[] = [...blocks.slice(0, -1), [OFF, 180], [HARD, 300], [OFF, 600]];
    const alignment = found(align(ride(more, 0.1)));
    expect(work(alignment).map(({ status }) => status)).toEqual(Array(5).fill("done"));
    expect(alignment.extra).toHaveLength(1);
    const [extra] = alignment.extra;
    expect(Math.abs((extra?.fromS ?? 0) - 3300)).toBeLessThan(15);
  });

  it("tells a repetition that was cut short, with its mean against the target", () => {
    const blocks = exactly(FIVE_BY_FIVE);
    blocks[7] = [220, 170];
    const alignment = align(ride(blocks));
    expect(work(alignment)[3]).toMatchObject({
      status: "partly",
      timerS: 170,
      mean: 220,
      inRange: 0,
    });
  });

  it("refuses what was another session, with the reason", () => {
    const even = align(ride([[150, 4200]], 0.2));
    expect(even).toEqual({
      source: "none",
      reason: "Fewer than half of the planned work steps can be found in the recording.",
    });
    const other = align(
      ride([
        [EASY, 600],
        [HARD, 1800],
        [OFF, 600],
      ]),
    );
    expect(other.source).toBe("none");
  });

  it("tells hard from easy where the target was not recorded, and has no mean then", () => {
    const { lengthS, timerOn, channels } = ride(exactly(FIVE_BY_FIVE));
    const { powerW } = channels;
    if (!powerW) throw new Error("no power");
    const speedMps = { values: powerW.values.map((watts) => watts / 30), valid: powerW.valid };
    const streams: Streams = { lengthS, timerOn, channels: { speedMps } };
    const alignment = found(align(streams));
    expect(work(alignment).map(({ fromS }) => fromS)).toEqual([900, 1380, 1860, 2340, 2820]);
    expect(work(alignment)[0]).toMatchObject({ status: "done", mean: null, inRange: null });
    expect(work(alignment)[0]?.reason).toBe("Too little power was recorded, or none.");
  });

  it("counts a channel of gaps as not recorded", () => {
    const { lengthS, timerOn, channels } = ride(exactly(FIVE_BY_FIVE));
    const values = channels.powerW?.values ?? new Float64Array(lengthS);
    const valid = Uint8Array.from(values, (_, s) => Number(s % 3 === 0));
    expect(align({ lengthS, timerOn, channels: { powerW: { values, valid } } }).source).toBe(
      "none",
    );
  });

  it("measures steps of a distance by distance, and open ones by nothing", () => {
    const lap = (metres: number, low: number, high: number): PlannedStep => ({
      kind: low > 3 ? "work" : "recovery",
      length: { by: "distance", metres },
      target: { kind: "speed", low, high },
    });
    const open = { by: "open" } as const;
    const none = { kind: "open", low: null, high: null } as const;
    const plan: PlannedStep[] = [
      { kind: "warmup", length: open, target: none },
      ...[lap(1000, 3.9, 4.1), lap(300, 2, 2.5), lap(1000, 3.9, 4.1), lap(300, 2, 2.5)],
      { kind: "cooldown", length: open, target: none },
    ];
    const speeds = (
      [
        [2.8, 700],
        [4, 250],
        [2.25, 134],
        [4, 170],
        [2.25, 214],
        [2.6, 500],
      ] as const
    ).flatMap(([speed, seconds]) => Array<number>(seconds).fill(speed));
    const valid = new Uint8Array(speeds.length).fill(1);
    let metres = 0;
    const distances = speeds.map((speed) => {
      metres += speed;
      return metres;
    });
    const streams: Streams = {
      lengthS: speeds.length,
      timerOn: valid,
      channels: {
        speedMps: { values: Float64Array.from(speeds), valid },
        distanceM: { values: Float64Array.from(distances), valid },
      },
    };
    const alignment = found(
      alignWorkout({ workout: { steps: plan }, streams, laps: [], sport: "running" }),
    );
    expect(alignment.steps.map(({ status }) => status)).toEqual([
      ...["done", "done", "done", "partly", "done", "done"],
    ]);
    const [, first, , second] = alignment.steps;
    expect(first).toMatchObject({ fromS: 700, toS: 950, startShiftS: null });
    expect(first?.mean).toBeCloseTo(4, 9);
    expect(second?.distanceM).toBeCloseTo(680, -1);
  });

  it("says when nothing recorded tells the steps apart", () => {
    const heart = ride([[120, 4000]]).channels.powerW;
    const streams: Streams = {
      lengthS: 4000,
      timerOn: new Uint8Array(4000).fill(1),
      channels: heart ? { heartRateBpm: heart } : {},
    };
    expect(align(streams)).toMatchObject({
      source: "none",
      reason: expect.stringContaining("tells"),
    });
    expect(align({ lengthS: 0, timerOn: new Uint8Array(0), channels: {} }).source).toBe("none");
  });
});

describe("alignWorkout by laps", () => {
  const lap = (startS: number, elapsedS: number, stepIndex?: number): RecordedLap => ({
    ...{ startS, elapsedS, timerS: elapsedS, distanceM: null, avgPowerW: null },
    ...{ avgHeartRateBpm: null, maxHeartRateBpm: null, avgCadenceRpm: null, avgSpeedMps: null },
    trigger: "manual",
    ...(stepIndex === undefined ? {} : { stepIndex }),
  });
  const lapsOf = (lengths: readonly number[], numbers: readonly number[] = []) => {
    let at = 0;
    return lengths.map((length, i) => {
      at += length;
      return lap(at - length, length, numbers[i]);
    });
  };

  it("takes the athlete's own laps where they follow the plan", () => {
    const lengths = exactly(FIVE_BY_FIVE).map(([, seconds]) => seconds + 4);
    const streams = ride(lengths.map((length, i) => [exactly(FIVE_BY_FIVE)[i]?.[0] ?? 0, length]));
    const alignment = found(align(streams, FIVE_BY_FIVE, lapsOf(lengths)));
    expect(alignment.source).toBe("laps");
    expect(alignment.steps[1]).toMatchObject({ fromS: 904, toS: 1208 });
  });

  it("believes the device's step numbers before all else", () => {
    const numbered = FIVE_BY_FIVE.map((one, i) => ({
      ...one,
      deviceIndex: i === 0 ? 0 : i === 10 ? 4 : i % 2 === 1 ? 1 : 2,
    }));
    const lengths = [400, 300, 180, 300, 180, 90, 600];
    const laps = lapsOf(lengths, [0, 1, 2, 1, 2, 1, 4]);
    const even = ride([[150, 2050]]);
    const alignment = found(align(even, numbered, laps));
    expect(alignment.source).toBe("steps");
    expect(outcomes(alignment)).toEqual([
      ...["partly", "done", "done", "done", "done", "partly"],
      ...["skipped", "skipped", "skipped", "skipped", "done"],
    ]);
    expect(alignment.steps[5]).toMatchObject({ fromS: 1360, toS: 1450, inRange: 0 });
  });
});

describe("alignWorkout of any workout", () => {
  const anySession = fc.record({
    repetitions: fc.integer({ min: 2, max: 8 }),
    workS: fc.integer({ min: 6, max: 60 }).map((tens) => tens * 10),
    restS: fc.integer({ min: 6, max: 30 }).map((tens) => tens * 10),
    warmUpS: fc.integer({ min: 30, max: 120 }).map((tens) => tens * 10),
    ftp: fc.integer({ min: 150, max: 350 }),
  });
  const planOf = (session: {
    repetitions: number;
    workS: number;
    restS: number;
    warmUpS: number;
    ftp: number;
  }) => {
    const { repetitions, workS, restS, warmUpS, ftp } = session;
    const at = (share: number) => [share * 0.96 * ftp, share * 1.04 * ftp] as const;
    const reps = Array.from({ length: repetitions }, () => [
      step("work", workS, ...at(1)),
      step("recovery", restS, ...at(0.5)),
    ]).flat();
    return [step("warmup", warmUpS, ...at(0.65)), ...reps, step("cooldown", 600, ...at(0.6))];
  };

  it("is all done, in range and on time when it was done exactly", () => {
    fc.assert(
      fc.property(anySession, (session) => {
        const plan = planOf(session);
        const alignment = found(align(ride(exactly(plan)), plan));
        expect(alignment.agreement).toBeGreaterThan(0.999);
        for (const one of alignment.steps) {
          expect(one).toMatchObject({ status: "done", inRange: 1, startShiftS: 0 });
        }
      }),
      { numRuns: 60 },
    );
  });

  it("names exactly the repetition that was left out", () => {
    fc.assert(
      fc.property(anySession, fc.nat(), (session, which) => {
        const plan = planOf({ ...session, repetitions: session.repetitions + 1 });
        const skipped = which % (session.repetitions + 1);
        const index = 1 + 2 * skipped;
        const blocks = exactly(plan);
        blocks[index] = [0.5 * session.ftp, session.workS];
        const alignment = align(ride(blocks, 0.05), plan);
        const missing = work(alignment).flatMap(({ status }, i) =>
          status === "skipped" ? [i] : [],
        );
        expect(missing).toEqual([skipped]);
      }),
      { numRuns: 60 },
    );
  });
});
