import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { garminConnectSource } from "@/lib/integrations/garmin/connect/garmin-connect-source";
import { isSameWorkout } from "@/lib/integrations/garmin/connect/same-workout";
import { workoutJson } from "@/lib/integrations/garmin/connect/workout-json";
import type { SourceSession, WorkoutToUpload } from "@/lib/integrations/source-ports";
import type { PlannedStep } from "@/lib/training/plan/planned-workout";
import { describeWithSamples, samples } from "../support/samples";
import type { GarminAccount } from "../support/vendors/garmin/garmin-account";
import { type GarminServer, startGarminServer } from "../support/vendors/garmin/garmin-server";
import { heldCredentials } from "../support/vendors/held-credentials";

type Target = PlannedStep["target"];
const step = (kind: PlannedStep["kind"], seconds: number, target: Target): PlannedStep => ({
  kind,
  length: { by: "time", seconds },
  target,
});
const OPEN: Target = { kind: "open", low: null, high: null };
const HARD = step("work", 480, { kind: "power", low: 238.4, high: 262.6 });
const EASY = step("recovery", 120, { kind: "heart_rate", low: 105, high: 125 });
const RIDE: WorkoutToUpload = {
  title: "Threshold, four times eight minutes uphill",
  sport: "cycling",
  steps: [
    step("warmup", 600, OPEN),
    HARD,
    EASY,
    HARD,
    EASY,
    HARD,
    EASY,
    step("cooldown", 300, OPEN),
  ],
};

let server: GarminServer;
let account: GarminAccount;
let session: Required<SourceSession>;
beforeEach(async () => {
  server = await startGarminServer();
  account = server.account();
  const source = garminConnectSource({ baseUrl: server.url, authUrl: server.url, timeoutMs: 1000 });
  const { credentials } = await source.signIn(server.diTokenJson(account));
  session = source.open(heldCredentials(credentials).options) as Required<SourceSession>;
});
afterEach(() => server.close());

/** The parts of a step that Garmin goes by. */
function steps(json: unknown): Record<string, unknown>[] {
  // biome-ignore lint/suspicious/noExplicitAny: it is Garmin's JSON, looked into by name
  type Json = Record<string, any>;
  const flat = (list: Json[]): Json[] =>
    list.flatMap((one) => [one, ...flat(one.workoutSteps ?? [])]);
  return flat((json as Json).workoutSegments[0].workoutSteps).map((one) => ({
    order: one.stepOrder,
    step: one.stepType.stepTypeId,
    end: [one.endCondition.conditionTypeId, one.endConditionValue],
    target: one.targetType?.workoutTargetTypeId,
    values: [one.targetValueOne, one.targetValueTwo],
  }));
}

describe("a workout for Garmin", () => {
  it("has its repetitions, one order through all of them, and numbers that mean what they say", () => {
    const json = workoutJson(RIDE);
    expect(json).toMatchObject({
      workoutName: "Threshold, four times eight minu",
      sportType: { sportTypeId: 2, sportTypeKey: "cycling" },
    });
    expect(steps(json)).toEqual([
      { order: 1, step: 1, end: [2, 600], target: 1, values: [null, null] },
      { order: 2, step: 6, end: [7, 3], target: undefined, values: [undefined, undefined] },
      { order: 3, step: 3, end: [2, 480], target: 2, values: [238, 263] },
      { order: 4, step: 4, end: [2, 120], target: 4, values: [105, 125] },
      { order: 5, step: 2, end: [2, 300], target: 1, values: [null, null] },
    ]);
  });

  it("has a pace with its faster end first, a speed with its slower, and no target by halves", () => {
    const speed: Target = { kind: "speed", low: 3.4, high: 3.6 };
    const of = (sport: WorkoutToUpload["sport"], target: Target) =>
      steps(workoutJson({ title: "x", sport, steps: [step("steady", 60, target)] }))[0];
    expect(of("running", speed)).toMatchObject({ target: 6, values: [3.6, 3.4] });
    expect(of("cycling", speed)).toMatchObject({ target: 5, values: [3.4, 3.6] });
    expect(of("cycling", { kind: "cadence", low: 85, high: 95 })).toMatchObject({ target: 3 });
    expect(of("swimming", speed)).toMatchObject({ target: 1, values: [null, null] });
    expect(of("running", { kind: "power", low: 250, high: null })).toMatchObject({ target: 1 });
    expect(of("running", { kind: "rpe", low: 3, high: 4 })).toMatchObject({ target: 1 });
    expect(workoutJson({ title: "x", sport: "diving", steps: [] })).toBeNull();
  });

  it("ends a step by distance or by the lap button", () => {
    const ends = [
      { ...HARD, length: { by: "distance", metres: 1000 } as const },
      { ...HARD, length: { by: "open" } as const },
    ];
    expect(
      steps(workoutJson({ title: "x", sport: "running", steps: ends })).map(({ end }) => end),
    ).toEqual([
      [3, 1000],
      [1, null],
    ]);
  });

  it("is stored, read back, and replaced in its place", async () => {
    const id = await session.uploadWorkout(RIDE, null);
    expect(steps(server.shelf(account).workouts.get(Number(id)))).toEqual(steps(workoutJson(RIDE)));
    const shorter = { ...RIDE, steps: RIDE.steps.slice(0, 3) };
    expect(await session.uploadWorkout(shorter, id)).toBe(id);
    expect(server.shelf(account).workouts.size).toBe(1);
    expect(steps(server.shelf(account).workouts.get(Number(id)))).toHaveLength(3);
  });

  it("that was deleted there is made anew", async () => {
    const id = await session.uploadWorkout(RIDE, null);
    server.shelf(account).workouts.clear();
    const again = await session.uploadWorkout(RIDE, id);
    expect(again).not.toBe(id);
    expect([...server.shelf(account).workouts.keys()]).toEqual([Number(again)]);
  });

  it("that Garmin stored as another one is taken away again", async () => {
    const wrong = JSON.parse(JSON.stringify(workoutJson(RIDE)).replaceAll("263", "363"));
    server.replay(/\/workout-service\/workout\/\d+$/, { json: wrong });
    await expect(session.uploadWorkout(RIDE, null)).rejects.toMatchObject({
      failure: "misunderstood",
    });
    expect(server.shelf(account).workouts.size).toBe(0);
  });

  it("of a sport that it has no workouts for is refused, without a question", async () => {
    const asked = server.requests.length;
    await expect(session.uploadWorkout({ ...RIDE, sport: "rowing" }, null)).rejects.toMatchObject({
      failure: "refused",
      message: expect.stringContaining("running, cycling, swimming"),
    });
    expect(server.requests).toHaveLength(asked);
  });
});

describe("a day for a workout", () => {
  const DAY = localDate("2026-12-01");

  it("is set once, however often it is asked", async () => {
    const id = await session.uploadWorkout(RIDE, null);
    const entry = await session.scheduleWorkout(id, DAY);
    expect(await session.scheduleWorkout(id, DAY)).toBe(entry);
    expect(server.shelf(account).schedule).toEqual([
      { id: Number(entry), workoutId: Number(id), date: "2026-12-01" },
    ]);
    expect(await session.scheduleWorkout(id, localDate("2027-01-01"))).not.toBe(entry);
  });

  it("is not set twice when the answer to the first time was lost", async () => {
    const id = await session.uploadWorkout(RIDE, null);
    server.fail({ path: /\/schedule\//, how: "half_body" });
    await expect(session.scheduleWorkout(id, DAY)).rejects.toMatchObject({
      failure: "unavailable",
    });
    await session.scheduleWorkout(id, DAY);
    expect(server.shelf(account).schedule).toHaveLength(1);
  });

  it("is found again where the answer said nothing", async () => {
    const id = await session.uploadWorkout(RIDE, null);
    server.fail({ path: /\/schedule\//, how: "all_null" });
    const entry = await session.scheduleWorkout(id, DAY);
    expect(entry).toBe(String(server.shelf(account).schedule[0]?.id));
  });

  it("is none for what is no id", async () => {
    await expect(session.scheduleWorkout("1/../2", DAY)).rejects.toMatchObject({
      failure: "refused",
    });
    await expect(session.uploadWorkout(RIDE, "1?x=2")).rejects.toMatchObject({
      failure: "refused",
    });
  });
});

describeWithSamples("garmin/workouts", "workouts as Garmin has them", () => {
  const recorded = (name: string) =>
    JSON.parse(new TextDecoder().decode(samples.read(`garmin/workouts/${name}`)));

  it("is itself, and no other", () => {
    const simple = recorded("workout-get.repeat-group.json");
    expect(isSameWorkout(simple, structuredClone(simple))).toBe(true);
    const other = structuredClone(simple);
    other.workoutSegments[0].workoutSteps[1].numberOfIterations = 5;
    expect(isSameWorkout(simple, other)).toBe(false);
    expect(isSameWorkout(simple, recorded("workout-post.walk-run-captured.json"))).toBe(false);
  });

  it("is written as Garmin writes the same workout", () => {
    const minute = (kind: PlannedStep["kind"], seconds: number) => step(kind, seconds, OPEN);
    const [fast, slow] = [minute("work", 60), minute("recovery", 60)];
    const [faster, slower] = [minute("work", 30), minute("recovery", 30)];
    const mine = workoutJson({
      title: "Simple session",
      sport: "running",
      steps: [
        minute("warmup", 180),
        ...Array.from({ length: 6 }, () => [fast, slow]).flat(),
        ...Array.from({ length: 3 }, () => [faster, slower]).flat(),
        minute("cooldown", 120),
      ],
    });
    expect(isSameWorkout(mine, recorded("workout-get.repeat-group.json"))).toBe(true);
    const order = (json: unknown) => steps(json).map(({ order: at }) => at);
    expect(order(mine)).toEqual(order(recorded("workout-get.repeat-group.json")));
  });
});
