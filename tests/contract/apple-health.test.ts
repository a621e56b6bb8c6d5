import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { isolatedSplit } from "@/lib/integrations/apple/isolated-split";
import type { SplitAnswer, SplitRequest } from "@/lib/integrations/apple/splitting-process";
import { archiveReader } from "@/lib/integrations/files/archive/archive-reader";
import { fileReader } from "@/lib/integrations/files/file-reader";
import { isolatedProcess } from "@/lib/integrations/files/isolated/isolated-process";
import type { ArchiveEntry, FileBeside, FileContent } from "@/lib/integrations/ports";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";
import {
  HEALTH_HEAD,
  HEALTH_TAIL,
  healthTime,
  healthXml,
  metadata,
  night,
  record,
  routeFile,
  routeOf,
  run,
  statistic,
  workout,
} from "../support/health-export";
import { healthZip } from "../support/health-zip";
import { writeZip } from "../support/write-zip";

// The real one, watched.
vi.mock("node:child_process", { spy: true });
vi.setConfig({ testTimeout: 120_000 });

const text = (value: string) => new TextEncoder().encode(value);
/** Friday 3 May 2024, 06:30 in Paris. */
const MORNING = Date.UTC(2024, 4, 3, 4, 30) / 1000;
/** The evening before, 22:30. */
const BEDTIME = MORNING - 8 * 3600;
const HOUR = 3600;

let folder = "";
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "apple-health-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function stored(content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<string> {
  const filePath = path.join(folder, `given-${files++}`);
  if (typeof content === "string" || content instanceof Uint8Array) {
    await writeFile(filePath, content);
  } else await pipeline(content, createWriteStream(filePath));
  return filePath;
}

async function entriesOf(
  content: Parameters<typeof stored>[0],
  beside: readonly FileBeside[] = [],
): Promise<ArchiveEntry[]> {
  const filePath = await stored(content);
  expect(await archiveReader.isArchive(filePath)).toBe(true);
  const entries: ArchiveEntry[] = [];
  for await (const entry of archiveReader.entries(filePath, "export", beside)) entries.push(entry);
  return entries;
}

const namesOf = (entries: readonly ArchiveEntry[]) =>
  entries.map((entry) => ("code" in entry ? `${entry.name} ! ${entry.code}` : entry.name));

async function contentsOf(entries: readonly ArchiveEntry[]): Promise<FileContent[]> {
  const read = entries.map((entry) =>
    "bytes" in entry ? fileReader.read(entry.bytes, entry.name) : null,
  );
  return (await Promise.all(read)).filter((content) => content !== null);
}

async function activitiesIn(...content: readonly string[]): Promise<RecordedActivity[]> {
  const contents = await contentsOf(await entriesOf(healthXml(...content)));
  return contents.flatMap((one) => (one.kind === "activities" ? one.activities : []));
}

async function daysIn(...content: readonly string[]) {
  const contents = await contentsOf(await entriesOf(healthXml(...content)));
  return contents.flatMap((one) => (one.kind === "wellness" ? one.observations : []));
}

describe("an Apple Health export as the phone packs it", () => {
  const ROUTE = "route_2024-05-03_7.00am.gpx";
  const { records, workout: ran } = run(MORNING, ROUTE);
  const zip = (root: string, xml: string, tracks: string) =>
    healthZip({
      [`${root}/${tracks}/${ROUTE}`]: routeFile(MORNING, 1800),
      [`${root}/${tracks}/alone.gpx`]: routeFile(MORNING + 86_400, 60),
      [`${root}/${xml}`]: healthXml(records, night(BEDTIME, [["AsleepCore", 60]]), ran),
      [`${root}/export_cda.xml`]: '<?xml version="1.0"?>\n<ClinicalDocument></ClinicalDocument>',
      [`${root}/electrocardiograms/ecg_2024-05-01.csv`]: "Name,Ada\n",
    });

  it("gives workouts and months, joins the route, leaves the rest out", async () => {
    const entries = await entriesOf(zip("apple_health_export", "export.xml", "workout-routes"));
    expect(namesOf(entries)).toEqual([
      "export › apple_health_export/export.xml › nights and days to 2024-05-02.json",
      "export › apple_health_export/export.xml › 2024-05-03 06.30 Running.json",
      "export › apple_health_export/workout-routes/alone.gpx",
    ]);
    const [, activities] = await contentsOf(entries);
    expect(activities).toMatchObject({
      kind: "activities",
      format: "apple_health",
      partialReason: null,
      activities: [
        {
          ...{ sport: "running", subSport: null, isIndoor: false, title: null },
          ...{ startEpochS: MORNING, utcOffsetS: 7200, elapsedS: 1800, timerS: 1800 },
          distanceM: 5400,
          device: { manufacturer: "apple", product: "Apple Watch Watch6,1", serial: null },
          deviceValues: {
            ...{ energyKcal: 390, ascentM: 18 },
            ...{ avgHeartRateBpm: 149.5, maxHeartRateBpm: 159 },
          },
        },
      ],
    });
    const [activity] = activities?.kind === "activities" ? activities.activities : [];
    const { channels, timeS } = (activity as RecordedActivity).samples;
    expect(timeS.length).toBe(1801);
    expect(channels.latitudeDeg?.[0]).toBeCloseTo(48.85, 6);
    expect(channels.altitudeM?.[1000]).toBeCloseTo(45, 1);
    expect(channels.powerW?.[17]).toBe(250);
    // Every five seconds the heart, every second the route: neither tears holes into the other.
    expect(channels.heartRateBpm?.[7]).toBe(145);
    expect(channels.heartRateBpm?.slice(0, 1790).some(Number.isNaN)).toBe(false);
    // Of the watch alone: 3 m/s, not the phone's on top.
    expect(channels.distanceM?.[1500]).toBeCloseTo(4500, 0);
    expect(channels.speedMps?.[100]).toBeCloseTo(3, 3);
  });

  it("is known by its content, whatever the phone's language calls it", async () => {
    const entries = await entriesOf(zip("Exporter", "exportar_dados.xml", "rotas"));
    expect(namesOf(entries)[1]).toBe(
      "export › Exporter/exportar_dados.xml › 2024-05-03 06.30 Running.json",
    );
  });

  it("gives the same bytes from the next export, whose addresses in memory are others", async () => {
    const other = records.replaceAll(/HKDevice: 0x[0-9a-f]+/g, "HKDevice: 0x1");
    const [first] = await entriesOf(healthXml(records, ran));
    const [second] = await entriesOf(healthXml(other, ran.replace(/0x[0-9a-f]+/, "0x2")));
    expect(other).not.toBe(records);
    expect(second).toEqual(first);
  });

  it("joins the tracks that lie beside an unpacked export", async () => {
    const track = { name: ROUTE, path: await stored(routeFile(MORNING, 1800)) };
    const [entry] = await entriesOf(healthXml(records, ran), [
      track,
      { name: "other.gpx", path: await stored("<gpx/>") },
    ]);
    expect(entry).toMatchObject({ joined: [ROUTE] });
    const [content] = await contentsOf(entry ? [entry] : []);
    const activity = content?.kind === "activities" ? content.activities[0] : undefined;
    expect(activity?.samples.channels.latitudeDeg?.[600]).toBeGreaterThan(48.86);
  });

  it("counts a record inside a correlation once", async () => {
    const hour = record("StepCount", MORNING, 500, { unit: "count", endS: MORNING + 60 });
    const days = await daysIn(hour, `<Correlation type="x">${hour}</Correlation>`);
    expect(days).toMatchObject([{ day: "2024-05-03", steps: 500 }]);
  });
});

describe("workouts", () => {
  it.each([
    ["Cycling", "1", "cycling", "indoorCycling"],
    ["Running", "1", "running", "treadmill"],
    ["Hiking", "0", "hiking", null],
    ["TraditionalStrengthTraining", "0", "strength", "strengthTraining"],
    ["Soccer", "0", "team_sport", null],
    ["Elliptical", "1", "other", "elliptical"],
    ["__proto__", "0", "other", "__proto__"],
  ])("%s, indoors %s, is %s", async (kind, indoor, sport, subSport) => {
    const inside = metadata("HKIndoorWorkout", indoor);
    expect(await activitiesIn(workout(kind, MORNING, { inside }))).toMatchObject([
      { sport, subSport, notes: [{ code: "no_samples" }] },
    ]);
  });

  it("converts what other countries measure in, and takes nothing in a unit it does not know", async () => {
    const inside =
      statistic("DistanceCycling", "mi", 'sum="10"') +
      statistic("ActiveEnergyBurned", "kJ", 'sum="4184"');
    const samples =
      record("CyclingSpeed", MORNING, 18, { unit: "km/hr" }) +
      record("CyclingPower", MORNING, 200, { unit: "hp" });
    const [ride] = await activitiesIn(samples, workout("Cycling", MORNING, { inside }));
    expect(ride?.distanceM).toBeCloseTo(16_093.44, 2);
    expect(ride?.deviceValues.energyKcal).toBeCloseTo(1000, 6);
    expect(ride?.samples.channels.speedMps?.[0]).toBeCloseTo(5, 5);
    expect(ride?.samples.channels.powerW).toBeUndefined();
  });

  it("takes pauses from the timer, laps as pressed, and times where it happened", async () => {
    const event = (type: string, at: number, rest = "") =>
      `<WorkoutEvent type="HKWorkoutEventType${type}" date="${healthTime(MORNING + at)}"${rest}/>`;
    const inside =
      metadata("HKTimeZone", "America/New_York") +
      event("Pause", 600) +
      event("Resume", 660) +
      event("Lap", 0, ' duration="5" durationUnit="min"') +
      event("Segment", 0, ' duration="6" durationUnit="min"');
    const beats = record("HeartRate", MORNING + 630, 99, { unit: "count/min" });
    const [ride] = await activitiesIn(beats, workout("Cycling", MORNING, { inside }));
    expect(ride).toMatchObject({
      utcOffsetS: -4 * HOUR,
      pauses: [{ fromS: 600, toS: 660 }],
      laps: [{ startS: 0, elapsedS: 300 }],
    });
  });

  it("reads a pool swim length by length", async () => {
    const lap = (at: number, style: number) =>
      `<WorkoutEvent type="HKWorkoutEventTypeLap" date="${healthTime(MORNING + at)}" duration="0.5" durationUnit="min">${metadata("HKSwimmingStrokeStyle", `${style}`)}</WorkoutEvent>`;
    const strokes = [0, 30].map((at) =>
      record("SwimmingStrokeCount", MORNING + at, 12 + at, {
        unit: "count",
        endS: MORNING + at + 30,
      }),
    );
    const inside =
      metadata("HKLapLength", "25 m") +
      metadata("HKSwimmingLocationType", "1") +
      lap(0, 2) +
      lap(30, 4);
    const [swim] = await activitiesIn(...strokes, workout("Swimming", MORNING, { inside }));
    expect(swim).toMatchObject({
      ...{ sport: "swimming", subSport: "lapSwimming", poolLengthM: 25, isIndoor: true, laps: [] },
      lengths: [
        { startS: 0, durationS: 30, strokes: 12, stroke: "freestyle" },
        { startS: 30, durationS: 30, strokes: 42, stroke: "breaststroke" },
      ],
    });
  });

  it("takes samples of the workout's own source, and of its time only", async () => {
    const beat = (at: number, value: number, source: "watch" | "phone") =>
      record("HeartRate", MORNING + at, value, { unit: "count/min", source });
    const [ride] = await activitiesIn(
      ...[0, 1, 2, 3, 4].map((at) => beat(at, 99, "phone")),
      ...[beat(-1, 60, "watch"), beat(0, 150, "watch"), beat(1801, 61, "watch")],
      workout("Cycling", MORNING),
    );
    const known = ride?.samples.channels.heartRateBpm?.filter((value) => !Number.isNaN(value));
    expect([...new Set(known)]).toEqual([150]);
  });

  it("leaves out a workout with times that cannot be, and keeps the others", async () => {
    const wrong = workout("Running", MORNING).replace(/endDate="[^"]+"/, 'endDate="2024-13-45"');
    const backwards = workout("Running", MORNING, { minutes: -5 });
    const unset = workout("Running", 0);
    expect(await activitiesIn(wrong, backwards, unset, workout("Yoga", MORNING))).toMatchObject([
      { sport: "yoga" },
    ]);
  });
});

describe("nights and days", () => {
  it("takes the source that tells stages, the pieces that overlap once, and no time in bed", async () => {
    const days = await daysIn(
      night(BEDTIME - HOUR, [["InBed", 540]], { source: "phone" }),
      night(BEDTIME - HOUR, [["AsleepUnspecified", 520]], { source: "phone" }),
      night(BEDTIME, [
        ["AsleepCore", 120],
        ["AsleepDeep", 60],
        ["Awake", 15],
        ["AsleepREM", 90],
      ]),
      // Sent twice, and awake after the night.
      night(BEDTIME, [["AsleepCore", 120]]),
      night(BEDTIME + 285 * 60, [["Awake", 30]]),
    );
    expect(days).toEqual([
      {
        ...{ day: "2024-05-03", source: "apple_health:sleep" },
        ...{ sleepS: 270 * 60, lightSleepS: 120 * 60, deepSleepS: 3600, remSleepS: 90 * 60 },
        ...{ awakeS: 900, sleepStartEpochS: BEDTIME, sleepEndEpochS: BEDTIME + 285 * 60 },
      },
    ]);
  });

  it("says nothing of a night that was only spent in bed", async () => {
    const [content] = await contentsOf(
      await entriesOf(healthXml(night(BEDTIME, [["InBed", 480]], { source: "phone" }))),
    );
    expect(content).toMatchObject({ kind: "refused", code: "apple_no_values" });
  });

  it("knows a nap from the night, and the night of a change of clocks", async () => {
    // 31 March 2024: at two o'clock it is three in Paris.
    const start = Date.UTC(2024, 2, 30, 22, 30) / 1000;
    const days = await daysIn(
      night(start, [["AsleepCore", 90]], { offsetMin: 60 }),
      night(start + 90 * 60, [["AsleepCore", 390]], { offsetMin: 120 }),
      night(Date.UTC(2024, 2, 31, 13) / 1000, [["AsleepCore", 45]]),
    );
    expect(days).toMatchObject([{ day: "2024-03-31", sleepS: 480 * 60, sleepStartEpochS: start }]);
  });

  it("keys a night by the clock of where it was slept", async () => {
    const zone = '<MetadataEntry key="HKTimeZone" value="Asia/Tokyo"/>';
    const wake = Date.UTC(2024, 4, 3, 20) / 1000;
    const days = await daysIn(night(wake - HOUR, [["AsleepCore", 60]], { inside: zone }));
    expect(days).toMatchObject([{ day: "2024-05-04" }]);
  });

  it("measures breath and oxygen during the night, and the rest over the day", async () => {
    const at = (hours: number) => MORNING + hours * HOUR;
    const days = await daysIn(
      night(BEDTIME, [["AsleepCore", 420]]),
      record("RespiratoryRate", at(-2), 14, { unit: "count/min" }),
      record("RespiratoryRate", at(-1.5), 15, { unit: "count/min" }),
      record("RespiratoryRate", at(5), 20, { unit: "count/min" }),
      record("OxygenSaturation", at(-2), 0.96, { unit: "%" }),
      record("OxygenSaturation", at(6), 0.9, { unit: "%" }),
      record("RestingHeartRate", at(-4), 52, { unit: "count/min", endS: at(1) }),
      record("RestingHeartRate", at(-4), 50, { unit: "count/min", endS: at(9) }),
      record("BodyMass", at(1), 154, { unit: "lb" }),
      record("BodyMass", at(2), 11, { unit: "stones" }),
      record("StepCount", at(1), 4000, { unit: "count", endS: at(2) }),
      record("StepCount", at(1), 3000, { unit: "count", endS: at(2), source: "phone" }),
      record("StepCount", at(3), 100, { unit: "count", endS: at(4) }),
    );
    const may3 = Object.assign({}, ...days.filter(({ day }) => day === "2024-05-03"));
    expect(may3).toMatchObject({
      restingHrBpm: 50,
      steps: 4100,
      respirationBrpm: 14.5,
      spo2Pct: 96,
    });
    expect(may3.weightKg).toBeCloseTo(69.853, 3);
  });

  it("never gives SDNN as RMSSD", async () => {
    const days = await daysIn(
      record("HeartRateVariabilitySDNN", MORNING - HOUR, 62, { unit: "ms" }),
      record("RestingHeartRate", MORNING, 50, { unit: "count/min" }),
    );
    expect(JSON.stringify(days)).not.toContain("hrvRmssdMs");
    expect(days).toContainEqual(expect.objectContaining({ hrvSdnnMs: 62 }));
    expect(days).toContainEqual(expect.objectContaining({ restingHrBpm: 50 }));
  });
});

describe("an export that is not sound", () => {
  it("keeps what was whole of one that was cut off, and says so", async () => {
    const beats = record("RestingHeartRate", MORNING, 50, { unit: "count/min" });
    const whole = healthXml(beats, workout("Yoga", MORNING), workout("Running", MORNING + HOUR));
    const cut = await entriesOf(whole.slice(0, whole.indexOf("Running") + 5));
    expect(namesOf(cut)).toEqual([
      "export › nights and days to 2024-05-03.json",
      "export › 2024-05-03 06.30 Yoga.json",
      "export ! apple_cut_off",
    ]);
    expect(namesOf(await entriesOf(HEALTH_HEAD))).toEqual(["export ! xml_damaged"]);
  });

  it("says when there is nothing in it, and what the other XML is", async () => {
    expect(namesOf(await entriesOf(healthXml()))).toEqual(["export ! apple_empty"]);
    const clinical = text('<?xml version="1.0"?><ClinicalDocument><a/></ClinicalDocument>');
    expect(await fileReader.read(clinical, "export_cda.xml")).toMatchObject({
      code: "apple_clinical",
    });
    expect(await fileReader.read(text("<other/>"), "x.xml")).toMatchObject({ code: "xml_other" });
  });

  it("says of an encrypted archive that it is", async () => {
    const content = text(healthXml(workout("Yoga", MORNING)));
    const locked = writeZip([{ name: "a/export.xml", content, isEncrypted: true }]);
    expect(namesOf(await entriesOf(locked))).toEqual(["export › a/export.xml ! archive_encrypted"]);
  });

  it.each([
    ["declared entities", `<!DOCTYPE HealthData [<!ENTITY a "b">]><HealthData/>`, "xml_entities"],
    ["absurd nesting", `<HealthData>${"<a>".repeat(100)}`, "xml_too_deep"],
    [
      "an attribute without end",
      `<HealthData><Record a="${"x".repeat(9e6)}"/>`,
      "xml_part_too_large",
    ],
    ["text without end", `<HealthData><a>${"x".repeat(9e6)}</a>`, "xml_part_too_large"],
  ])("refuses %s", async (_, xml, code) => {
    expect(namesOf(await entriesOf(xml))).toEqual([`export ! ${code}`]);
  });

  it("expands no entity and reads on after a character that XML forbids", async () => {
    const odd = '<Record type="&xxe;" sourceName="\u0001&nbsp;"/>';
    expect(await activitiesIn(odd, workout("Yoga", MORNING))).toMatchObject([{ sport: "yoga" }]);
  });

  it("leaves no temporary file", async () => {
    // Of its own: other tests use the common one at the same time.
    const temporary = await mkdtemp(path.join(folder, "temporary-"));
    vi.stubEnv("TMPDIR", temporary);
    await entriesOf(healthXml(workout("Yoga", MORNING)));
    await entriesOf(HEALTH_HEAD);
    expect(await readdir(temporary)).toEqual([]);
  });

  it("leaves none either when the server was killed meanwhile", async () => {
    const directory = await mkdtemp(path.join(folder, "parts-"));
    const file = await stored(healthXml(workout("Yoga", MORNING)));
    const module = "lib/integrations/apple/splitting-process.ts";
    const limits = { seconds: 60, heapMib: 128 };
    const splitting = isolatedProcess<SplitRequest, SplitAnswer>(module, limits);
    await splitting.ask({ file, entry: null, routes: [], directory });
    const child = vi.mocked(spawn).mock.results.at(-1)?.value as ChildProcess;
    expect(await readdir(directory)).toContain("part-0.json");
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.disconnect();
    await ended;
    await expect(readdir(directory)).rejects.toThrow(/ENOENT/);
  });

  it("refuses a part that was changed by hand", async () => {
    for (const format of ["workout", "days"]) {
      const part = text(JSON.stringify({ format: `formline-apple-health-${format}`, version: 1 }));
      expect(await fileReader.read(part, "part.json")).toMatchObject({ code: "apple_part" });
    }
  });
});

/** A morning's heart rate again and again: what fills an export, and little of it is of use. */
function* years(megabytes: number): Generator<string> {
  const { records, workout: ran } = run(MORNING, routeOf("none.gpx"));
  let written = 0;
  yield HEALTH_HEAD;
  for (let day = 1; written < megabytes * 1e6; day++) {
    const start = MORNING + (day % 1500) * 86_400;
    const steps = record("BasalEnergyBurned", start, 1.5, { unit: "kcal" }).repeat(1500);
    const beats = record("HeartRate", start, 60, { unit: "count/min" }).repeat(1000);
    yield steps + beats;
    written += steps.length + beats.length;
  }
  yield records + ran + HEALTH_TAIL;
}

/** The most memory that a running process has had, in MB; null where the system does not tell. */
async function mostMemory({ pid }: ChildProcess): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

it("reads an export of 220 MB in a process that never holds much of it", async () => {
  const file = await stored(healthZip({ "a/export.xml": years(220) }));
  const request = { file, entry: "a/export.xml", routes: [], name: "export", byteLength: 220e6 };
  const memory: number[] = [];
  const look = setInterval(async () => {
    const child = vi.mocked(spawn).mock.results.at(-1)?.value as ChildProcess;
    memory.push((await mostMemory(child)) ?? 0);
  }, 100);
  const entries: ArchiveEntry[] = [];
  for await (const part of isolatedSplit(request, { seconds: 100, heapMib: 48 }))
    entries.push(part);
  clearInterval(look);
  expect(namesOf(entries)).toEqual(["export › 2024-05-03 06.30 Running.json"]);
  expect(Math.max(...memory)).toBeLessThan(180);
});
