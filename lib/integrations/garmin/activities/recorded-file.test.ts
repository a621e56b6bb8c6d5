import { describe, expect, it } from "vitest";
import { writeFitActivity } from "@/tests/support/write-fit-activity";
import { writeZip } from "@/tests/support/write-zip";
import { recordedFile } from "./recorded-file";

const bytes = (text: string) => new TextEncoder().encode(text);
const FIT = writeFitActivity({
  startEpochS: 1_790_000_000,
  sessions: [{ atS: 0, durationS: 60, sport: "running" }],
  records: [{ atS: 0, heartRate: 120 }],
});
const GPX = bytes('<?xml version="1.0"?><gpx version="1.1"><trk/></gpx>');
const TCX = bytes("<TrainingCenterDatabase><Activities/></TrainingCenterDatabase>");
const zip = (...entries: [string, Uint8Array][]) =>
  writeZip(entries.map(([name, content]) => ({ name, content })));

describe("recordedFile", () => {
  it.each([
    ["a FIT file in a ZIP", zip(["77_ACTIVITY.fit", FIT]), "garmin-77.fit", FIT],
    [
      "the FIT file among others",
      zip(["notes.txt", bytes("hi")], ["a.gpx", GPX], ["b", FIT]),
      "garmin-77.fit",
      FIT,
    ],
    ["an imported GPX", zip(["x.gpx", GPX]), "garmin-77.gpx", GPX],
    ["an imported TCX under another name", zip(["x.fit", TCX]), "garmin-77.tcx", TCX],
    ["the file itself", FIT, "garmin-77.fit", FIT],
  ])("finds %s", async (_what, download, name, content) => {
    const file = await recordedFile("77", download);
    expect(file).toMatchObject({ name });
    expect(file !== "unreadable" && Buffer.from(content).equals(file?.bytes ?? bytes(""))).toBe(
      true,
    );
  });

  it("is nothing where there is nothing", async () => {
    expect(await recordedFile("77", bytes(""))).toBeNull();
    expect(await recordedFile("77", zip())).toBeNull();
    expect(await recordedFile("77", zip(["readme.txt", bytes("nothing here")]))).toBeNull();
  });

  it.each([
    ["a page", bytes("<!doctype html><title>Sign in</title>")],
    ["an error as JSON", bytes('{"message": "no"}')],
    ["a ZIP that was cut short", zip(["77_ACTIVITY.fit", FIT]).subarray(0, 200)],
    [
      "a ZIP of too many files",
      zip(...Array.from({ length: 60 }, (_, i): [string, Uint8Array] => [`${i}.txt`, GPX])),
    ],
  ])("does not take %s for a recording", async (_what, download) => {
    expect(await recordedFile("77", download)).toBe("unreadable");
  });

  it("does not unpack a bomb", async () => {
    const bomb = zip(["77_ACTIVITY.fit", new Uint8Array(8 * 1024 * 1024)]);
    expect(await recordedFile("77", bomb)).toBeNull();
  });
});
