import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { MethodSlug } from "@/lib/methods/method-catalogue";
import type { MetricValue } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatDepth } from "@/lib/units/format-depth";
import { formatDistance } from "@/lib/units/format-distance";
import { formatDuration } from "@/lib/units/format-duration";
import { formatElevation } from "@/lib/units/format-elevation";
import { formatLoad } from "@/lib/units/format-load";
import type { UnitSystem } from "@/lib/units/unit-system";
import { formatSportSpeed } from "./format-sport-speed";
import { goesSomewhere, isJourney } from "./is-journey";
import { LOAD_METHOD_LABELS, LOAD_METRICS } from "./load-method-label";
import { formatMetric } from "./metric-looks";
import { workedSets } from "./worked-sets";

export type StripTile = {
  readonly label: string;
  /** "214 W"; a dash when there is none. */
  readonly text: string;
  /** A second fact, or why the first is missing. */
  readonly note: string;
  readonly metric?: MetricValue;
  /** The metric's name, for what it was worked out from. */
  readonly name?: string;
  /** The method page of a number without a formula of its own. */
  readonly method?: MethodSlug;
  readonly about?: string;
};

/** The row of big numbers: what the sport asks for first, missing ones with their reason. */
export function stripTiles(activity: ActivityDetail, units: UnitSystem): StripTile[] {
  return [
    durationTile(activity),
    distanceTile(activity, units),
    depthTile(activity, units),
    loadTile(activity),
    ...paceTiles(activity, units),
    powerTile(activity, units),
    intensityTile(activity, units),
    heartRateTile(activity, units),
    efficiencyTile(activity, units),
    ascentTile(activity, units),
    setsTile(activity),
  ].filter((tile) => tile !== null);
}

function durationTile({ timerS, elapsedS, movingS }: ActivityDetail): StripTile {
  const isPaused = elapsedS - timerS >= 1;
  return {
    label: "Duration",
    method: "resampling",
    text: formatDuration(timerS),
    note: isPaused ? `${formatDuration(elapsedS)} elapsed` : "without a pause",
    about: `The time for which the device's timer ran.${
      movingS === null ? "" : ` Under way for ${formatDuration(movingS)} of it.`
    }`,
  };
}

function distanceTile(activity: ActivityDetail, units: UnitSystem): StripTile | null {
  const { distanceM, sport, metrics, lengths } = activity;
  if (!isJourney(activity)) {
    if (!goesSomewhere(sport)) return null;
    return { label: "Distance", method: "resampling", text: NO_VALUE, note: "not recorded" };
  }
  const speed = metrics.avgSpeed;
  return {
    label: "Distance",
    method: "resampling",
    text: formatDistance(distanceM, units, lengths.length > 0 ? "pool" : "land"),
    note: speed === undefined ? "" : formatMetric("avgSpeed", speed, sport, units),
    ...(metrics.distance ? { metric: metrics.distance, name: "distance" } : {}),
  };
}

/** The device's own: how deep is what a dive asks first. */
function depthTile({ sport, deviceValues }: ActivityDetail, units: UnitSystem): StripTile | null {
  const { maxDepthM, avgDepthM } = deviceValues;
  if (sport !== "diving" || maxDepthM === undefined) return null;
  return {
    label: "Deepest",
    text: formatDepth(maxDepthM, units),
    note: avgDepthM === undefined ? "" : `${formatDepth(avgDepthM, units)} on average`,
    about: "As the device measured it.",
  };
}

function loadTile({ load, loadMethod, loads }: ActivityDetail): StripTile {
  const chosen = loads.find((alternative) => alternative.method === loadMethod);
  return {
    label: "Training load",
    method: "choose-load",
    text: formatLoad(load),
    note: loadMethod === null ? "nothing to judge it by" : `by ${LOAD_METHOD_LABELS[loadMethod]}`,
    ...(chosen
      ? {
          metric: { value: chosen.load, unit: "", formula: chosen.formula },
          name: LOAD_METRICS[chosen.method],
        }
      : {}),
    about: "100 is one hour at threshold. How it was chosen stands further down.",
  };
}

function paceTiles({ metrics, sport }: ActivityDetail, units: UnitSystem): (StripTile | null)[] {
  if (sport === "running") {
    return [tile("Graded pace", "avgGradedSpeed", metrics, sport, units, "hills taken out")];
  }
  if (sport !== "swimming") return [];
  return [tile("Moving pace", "avgMovingSpeed", metrics, sport, units, "without the rests")];
}

function powerTile({ metrics, sport }: ActivityDetail, units: UnitSystem): StripTile | null {
  const { normalizedPower, avgPower, variabilityIndex } = metrics;
  // Without a power meter the quality notes say so once; a dash here would say it again.
  if (normalizedPower === undefined || normalizedPower.value === null) return null;
  const average = avgPower?.value ?? null;
  const note = [
    average === null ? null : `${Math.round(average)} avg`,
    variabilityIndex?.value == null ? null : `VI ${variabilityIndex.value.toFixed(2)}`,
  ].filter((part) => part !== null);
  return tile("Norm. power", "normalizedPower", metrics, sport, units, note.join(", "));
}

function intensityTile({ metrics, sport }: ActivityDetail, units: UnitSystem): StripTile | null {
  const { intensityFactor, normalizedPower, normalizedGradedSpeed } = metrics;
  if (intensityFactor === undefined) return null;
  const basis = sport === "cycling" ? normalizedPower : normalizedGradedSpeed;
  if (basis?.value == null) return null;
  return tile(
    "Intensity",
    "intensityFactor",
    metrics,
    sport,
    units,
    threshold(metrics, sport, units),
  );
}

/** The capacity that intensity is a share of, as it was used. */
function threshold(
  { intensityFactor, normalizedPower, normalizedGradedSpeed }: ActivityDetail["metrics"],
  sport: Sport,
  units: UnitSystem,
): string {
  const share = intensityFactor?.value ?? null;
  if (share === null || share === 0) return "";
  const power = normalizedPower?.value ?? null;
  if (sport === "cycling" && power !== null) return `of FTP ${Math.round(power / share)} W`;
  const speed = normalizedGradedSpeed?.value ?? null;
  return speed === null ? "" : `of ${formatSportSpeed(speed / share, sport, units)}`;
}

function heartRateTile({ metrics, sport }: ActivityDetail, units: UnitSystem): StripTile | null {
  const max = metrics.maxHeartRate?.value ?? null;
  const note = max === null ? "" : `${Math.round(max)} max`;
  return tile("Heart rate", "avgHeartRate", metrics, sport, units, note);
}

function efficiencyTile({ metrics, sport }: ActivityDetail, units: UnitSystem): StripTile | null {
  const { efficiencyFactor } = metrics;
  if (efficiencyFactor === undefined || efficiencyFactor.value === null) return null;
  const note = efficiencyFactor.unit === "W/bpm" ? "watts per beat" : "metres per beat";
  return tile("Efficiency", "efficiencyFactor", metrics, sport, units, note);
}

function ascentTile(
  { metrics, sport, isIndoor }: ActivityDetail,
  units: UnitSystem,
): StripTile | null {
  const { ascent, descent } = metrics;
  if (ascent === undefined || !goesSomewhere(sport) || sport === "swimming") return null;
  // The barometer of a watch indoors; a virtual ride climbs.
  if (isIndoor && ascent.value === 0) return null;
  const down = descent?.value ?? null;
  const note = down === null ? "" : `${formatElevation(down, units)} down`;
  return tile("Climbed", "ascent", metrics, sport, units, note);
}

function setsTile({ sets }: ActivityDetail): StripTile | null {
  const worked = workedSets(sets);
  if (worked.length === 0) return null;
  const repetitions = worked.reduce((sum, { set }) => sum + (set.repetitions ?? 0), 0);
  return {
    label: "Sets",
    method: "one-repetition-maximum",
    text: String(worked.length),
    note: repetitions === 0 ? "" : `${repetitions} repetitions`,
  };
}

function tile(
  label: string,
  name: string,
  metrics: ActivityDetail["metrics"],
  sport: Sport,
  units: UnitSystem,
  note: string,
): StripTile | null {
  const metric = metrics[name];
  if (metric === undefined) return null;
  const text = formatMetric(name, metric, sport, units);
  return { label, text, note: metric.value === null ? (metric.reason ?? "") : note, metric, name };
}
