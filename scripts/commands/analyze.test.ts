import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeFitActivity } from "@/tests/support/write-fit-activity";
import { writeZip } from "@/tests/support/write-zip";
import { analyzeCommand } from "./analyze";
import { UsageError } from "./usage-error";

let cwd = "";
const ride = writeFitActivity({
  startEpochS: Date.UTC(2026, 5, 1, 6) / 1000,
  sessions: [
    { atS: 0, durationS: 1799, sport: "cycling", totalDistance: 15_000, thresholdPower: 250 },
  ],
  records: Array.from({ length: 1800 }, (_, atS) => ({ atS, power: 200, heartRate: 140 })),
});

beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), "analyze-"));
  await writeFile(path.join(cwd, "ride.fit"), ride);
  await writeFile(path.join(cwd, "bad.fit"), "no recording");
  await writeFile(
    path.join(cwd, "two.zip"),
    writeZip([
      { name: "a.fit", content: ride },
      { name: "notes.txt", content: new TextEncoder().encode("hello") },
    ]),
  );
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

async function run(...args: string[]) {
  const printed = { out: "", err: "" };
  const code = await analyzeCommand.run(args, {
    cwd,
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    readInput: async () => "",
  });
  return { code, ...printed };
}

describe("formline analyze", () => {
  it("prints one object per activity with the documented keys", async () => {
    const { code, out, err } = await run("ride.fit", "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.trimEnd().split("\n")).toHaveLength(1);
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      file: "ride.fit",
      sport: "cycling",
      start: "2026-06-01T06:00:00.000Z",
      durationS: 1799,
      distanceM: 15_000,
      metrics: { normalizedPower: { unit: "W", formula: expect.stringMatching(/^NP-1@/) } },
      timeInZones: { power: { unit: "W" } },
      device: { manufacturer: "development" },
    });
    expect(report.metrics.normalizedPower.value).toBeCloseTo(200, 6);
    expect(report.metrics.intensityFactor.value).toBeCloseTo(0.8, 6);
  });

  it("says when it computed with the device's settings, and lets the caller's win", async () => {
    const borrowed = JSON.parse((await run("ride.fit", "--json")).out);
    expect(JSON.stringify(borrowed.notes)).toMatch(/FTP 250 W/);
    const given = JSON.parse((await run("ride.fit", "--json", "--ftp", "200")).out);
    expect(given.metrics.intensityFactor.value).toBeCloseTo(1, 6);
    expect(JSON.stringify(given.notes)).not.toMatch(/FTP/);
  });

  it("goes on after a refused file, gives the reason and exits with 2", async () => {
    const { code, out, err } = await run("bad.fit", "ride.fit", "absent.fit", ".", "--json");
    expect(code).toBe(2);
    expect(out.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toMatch(/^bad\.fit: This is no FIT, TCX or GPX file/m);
    expect(err).toMatch(/^absent\.fit: There is no such file\.$/m);
    expect(err).toMatch(/^\.: This is a folder/m);
  });

  it("looks into archives", async () => {
    const { code, out, err } = await run("two.zip", "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ file: "two.zip › a.fit" });
    expect(err).toMatch(/^two\.zip › notes\.txt: /);
  });

  it("prints a table for people", async () => {
    const { out } = await run("ride.fit");
    expect(out).toMatch(/^ {2}normalizedPower {12}200 W$/m);
    expect(out).toMatch(/^ {2}duration {19}0:29:59$/m);
  });

  it.each([
    [["ride.fit", "--ftp", "lots"], /--ftp takes a number from 30 to 700, not "lots"/],
    [["ride.fit", "--threshold-pace", "4.5"], /--threshold-pace takes minutes and seconds/],
    [["ride.fit", "--graded-pace", "minetti"], /--graded-pace takes observed or energy_cost/],
    [["ride.fit", "--sex", "x"], /--sex takes m or f/],
    [["ride.fit", "--ftpp", "3"], /ftpp/],
    [[], /Name at least one file/],
  ])("explains a wrong call: %s", async (args, message) => {
    await expect(run(...args)).rejects.toThrow(UsageError);
    await expect(run(...args)).rejects.toThrow(message);
  });
});
