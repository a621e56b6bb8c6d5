import { mkdirSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../files/refusal";
import { CollectSamples } from "./collect-samples";
import { CollectWorkouts } from "./collect-workouts";
import type { HealthSeries } from "./health-file";
import { type HealthPart, PartWriter } from "./part-writer";
import { readRoute } from "./read-route";
import { RecordSpill } from "./record-spill";
import { walkHealth } from "./walk-health";
import type { WorkoutDraft } from "./workout-draft";

export type HealthSource = {
  /** The XML from its beginning; it is read twice. */
  read(): AsyncIterable<Uint8Array>;
  /** A route's file by its name without folders; null when it did not come along. */
  route(baseName: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;
};

export type HealthParts = {
  /** Oldest first. */
  readonly parts: readonly HealthPart[];
  /** False when the export ends before its end: the parts are what was whole. */
  readonly isWhole: boolean;
};

/**
 * Writes a file for every workout of an export, with what was recorded during it, and one for
 * every month of nights and days. Records stand before the workouts that they belong to, so
 * the XML is read twice, and never held. Throws Refusal.
 */
export async function splitHealthExport(
  source: HealthSource,
  directory: string,
): Promise<HealthParts> {
  const days = spillIn(directory, "days");
  const found = new CollectWorkouts(days);
  const isWhole = await walkHealth(source.read(), found);
  const drafts = found.workouts.sort((a, b) => a.workout.startS - b.workout.startS);
  const samples = spillIn(directory, "samples");
  if (drafts.length > 0) {
    const workouts = drafts.map(({ workout }) => workout);
    await walkHealth(source.read(), new CollectSamples(workouts, samples));
  }
  const writer = new PartWriter(directory);
  for (const { series } of days.groups()) writer.addDays(series);
  const bare = new Set(drafts);
  for (const { owner, series } of samples.groups()) {
    const draft = drafts[owner] as WorkoutDraft;
    bare.delete(draft);
    await addWorkout(writer, draft, series, source);
  }
  for (const draft of bare) await addWorkout(writer, draft, [], source);
  const parts = writer.sorted();
  if (parts.length === 0) throw new Refusal(isWhole ? "apple_empty" : "xml_damaged");
  return { parts, isWhole };
}

function spillIn(directory: string, name: string): RecordSpill {
  const folder = path.join(directory, name);
  mkdirSync(folder, { mode: 0o700 });
  return new RecordSpill(folder);
}

/** The workout with its route, as far as the tracks came along. */
async function addWorkout(
  writer: PartWriter,
  { workout, routes }: WorkoutDraft,
  series: HealthSeries[],
  source: HealthSource,
): Promise<void> {
  const tracks = [];
  for (const route of routes) {
    const track = await source.route(route);
    if (track !== null) tracks.push(track);
  }
  const route = readRoute(tracks.map(({ bytes }) => bytes));
  const names = tracks.map(({ name }) => name);
  writer.addWorkout(workout, series, route, names);
}
