import type { CurveLook } from "@/components/curves/curve-look";
import { durationWords } from "@/components/curves/duration-words";
import type { DatedBests } from "@/db/queries/curves-between";
import type { TopEffort } from "@/db/queries/top-efforts";
import type { TopMeans } from "@/lib/training/capacity/top-means";
import { formatDuration } from "@/lib/units/format-duration";
import { distanceWords } from "./distance-words";
import type { RecordRow } from "./records-card";

/** A row for each distance, the shortest first; `efforts` come in that order, the fastest first. */
export function distanceRecords(efforts: readonly TopEffort[]): RecordRow[] {
  const distances = [...new Set(efforts.map(({ distanceM }) => distanceM))];
  return distances.map((distance) => ({
    name: distanceWords(distance),
    places: efforts
      .filter(({ distanceM }) => distanceM === distance)
      .map(({ activityId, title, day, durationS }) => ({
        activityId,
        title,
        day,
        value: formatDuration(durationS),
      })),
  }));
}

/** A row for each length of time. */
export function timeRecords(
  top: readonly TopMeans<DatedBests>[],
  titles: ReadonlyMap<string, string>,
  look: CurveLook,
): RecordRow[] {
  return top.map(({ durationS, places }) => ({
    name: durationWords(durationS),
    places: places.map(({ curve: { activityId, day }, value }) => ({
      activityId,
      title: titles.get(activityId) ?? "",
      day,
      value: look.text(value),
    })),
  }));
}
