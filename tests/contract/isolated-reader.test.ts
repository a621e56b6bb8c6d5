import { type ChildProcess, spawn } from "node:child_process";
import { expect, it, vi } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { fileReader } from "@/lib/integrations/files/file-reader";
import { isolatedFileReader } from "@/lib/integrations/files/isolated/isolated-file-reader";
import { MAX_SAMPLES } from "@/lib/integrations/files/limits";
import { fitFileOf } from "../support/training-files";

// The real one, watched.
vi.mock("node:child_process", { spy: true });

const MB = 1_000_000;
const RIDE = fitFileOf(localDate("2026-03-01"), "cycling");
const text = (content: string) => new TextEncoder().encode(content);

/** A FIT file of so many records, each with one byte of heart rate. */
function fitOfRecords(count: number): Uint8Array {
  const definition = [0x40, 0, 0, 20, 0, 1, 3, 1, 2];
  const bytes = new Uint8Array(14 + definition.length + 2 * count + 2);
  bytes.set([14, 0x20, 0, 0, 0, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54]);
  new DataView(bytes.buffer).setUint32(4, definition.length + 2 * count, true);
  bytes.set(definition, 14);
  for (let at = 14 + definition.length; at < bytes.length - 2; at += 2) bytes[at + 1] = 120;
  return bytes;
}

it("gives what reading in this process gives, and leaves that free", async () => {
  const reader = isolatedFileReader();
  let turns = 0;
  const turn = setInterval(() => (turns += 1), 1);
  const [isolated, again] = await Promise.all([
    reader.read(RIDE, "ride.fit"),
    reader.read(text("{"), "half.json"),
  ]);
  clearInterval(turn);
  expect(isolated).toEqual(await fileReader.read(RIDE, "ride.fit"));
  expect(isolated).toMatchObject({ kind: "activities", format: "fit" });
  expect(again).toMatchObject({ kind: "refused", code: "json_damaged" });
  expect(turns).toBeGreaterThan(5);
});

it("gives up a file that takes too long, and reads the next", async () => {
  // The first takes three times as long even on a fast machine, the second a millisecond.
  const reader = isolatedFileReader({ seconds: 0.5, heapMib: 1024 });
  const endless = text(`<gpx>${"<a/>".repeat(12 * MB)}</gpx>`);
  const [costly, next] = await Promise.all([
    reader.read(endless, "endless.gpx"),
    reader.read(text("{"), "half.json"),
  ]);
  expect(costly).toMatchObject({ kind: "refused", code: "too_costly" });
  expect(next).toMatchObject({ kind: "refused", code: "json_damaged" });
});

it("gives up a file that takes too much memory, and reads the next", async () => {
  const reader = isolatedFileReader({ seconds: 60, heapMib: 128 });
  const huge = text(`[${"[1],".repeat(10 * MB)}[1]]`);
  const [costly, next] = await Promise.all([
    reader.read(huge, "huge.json"),
    reader.read(RIDE, "ride.fit"),
  ]);
  expect(costly).toMatchObject({ kind: "refused", code: "too_costly" });
  expect(next).toMatchObject({ kind: "activities" });
});

it("reads on when its process was ended between two files", async () => {
  const reader = isolatedFileReader();
  const first = await reader.read(RIDE, "ride.fit");
  const child = vi.mocked(spawn).mock.results.at(-1)?.value as ChildProcess;
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGKILL");
  await ended;
  expect(await reader.read(RIDE, "ride.fit")).toEqual(first);
});

it("refuses more samples than a day of ten a second, in FIT and in GPX", async () => {
  const fit = await fileReader.read(fitOfRecords(MAX_SAMPLES + 1), "long.fit");
  expect(fit).toMatchObject({ kind: "refused", code: "too_many_samples" });
  const most = await fileReader.read(fitOfRecords(MAX_SAMPLES), "long.fit");
  expect(most).toMatchObject({ kind: "refused", code: "fit_no_times" });
  const point = "<trkpt><time>2026-03-01T00:00:00Z</time></trkpt>";
  const track = text(`<gpx><trk><trkseg>${point.repeat(MAX_SAMPLES + 1)}</trkseg></trk></gpx>`);
  const gpx = await fileReader.read(track, "long.gpx");
  expect(gpx).toMatchObject({ kind: "refused", code: "too_many_samples" });
});
