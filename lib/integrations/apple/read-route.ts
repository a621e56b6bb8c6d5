import type { RecordedActivity } from "@/lib/training/activity/activity-types";
import { readXml } from "../files/xml/read-xml";
import type { HealthRoute } from "./health-file";

type Column = Exclude<keyof HealthRoute, "timeS">;
/** Finer than any receiver: a centimetre, a centimetre, a millimetre a second. */
const STEPS: Readonly<Record<Column, number>> = {
  latitudeDeg: 1e7,
  longitudeDeg: 1e7,
  altitudeM: 100,
  speedMps: 1000,
};
const COLUMNS = Object.keys(STEPS) as Column[];

/** The points of a workout's route files, in order; null when they hold none. */
export function readRoute(files: readonly Uint8Array[]): HealthRoute | null {
  const tracks = files.flatMap(tracksOf).sort((a, b) => a.startEpochS - b.startEpochS);
  const timeS = tracks.flatMap(({ startEpochS, samples }) =>
    Array.from(samples.timeS, (t) => startEpochS + t),
  );
  if (timeS.length === 0) return null;
  const columns = COLUMNS.map((name) => [name, tracks.flatMap((track) => column(track, name))]);
  return { timeS, ...Object.fromEntries(columns) };
}

function tracksOf(bytes: Uint8Array): readonly RecordedActivity[] {
  const content = readXml(bytes);
  return content.kind === "activities" ? content.activities : [];
}

function column({ samples }: RecordedActivity, name: Column): (number | null)[] {
  const values = samples.channels[name];
  return Array.from(samples.timeS, (_, i) => {
    const value = values?.[i] ?? Number.NaN;
    return Number.isNaN(value) ? null : Math.round(value * STEPS[name]) / STEPS[name];
  });
}
