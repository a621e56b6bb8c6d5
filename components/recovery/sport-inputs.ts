import type { TrainedSport } from "@/lib/training/plan/recommendation-input";
import { formatHours } from "@/lib/units/format-hours";
import { formatPace } from "@/lib/units/format-pace";
import type { UnitSystem } from "@/lib/units/unit-system";
import { type InputRow, startOf } from "./input-row";

const SOURCE = "your activities";

/** What was known of one sport; its name stands before each row. */
export function sportInputs({ volume, settings }: TrainedSport, units: UnitSystem): InputRow[] {
  const { sessions28, typicalDurationS, weeklyDurationS, longestDurationS } = volume;
  const { week, ramp, threeZonesS } = volume;
  const weeks = `${sessions28} sessions, ${formatHours(weeklyDurationS)} a week`;
  return [
    { name: "four weeks", value: weeks, source: SOURCE },
    {
      ...{ name: "usual and longest", source: SOURCE },
      value: `${formatHours(typicalDurationS)} and ${formatHours(longestDurationS)}`,
    },
    ...(week
      ? [
          {
            ...{ name: "six days, and the seven before", source: SOURCE },
            value: `${formatHours(week.doneS)} and ${formatHours(week.beforeS)}`,
          },
        ]
      : []),
    {
      ...{ name: "days since the last", source: SOURCE },
      value: [
        `any ${volume.daysSinceLast ?? "–"}`,
        `hard ${volume.daysSinceHard ?? "–"}`,
        `long ${volume.daysSinceLong ?? "–"}`,
      ].join(", "),
    },
    {
      ...{ name: "easy, moderate, hard", value: sharesText(threeZonesS) },
      source: threeZonesS ? "time in zones of four weeks" : "no session has zones",
    },
    {
      name: "rise of fitness in a week",
      value: ramp === null || ramp === undefined ? "–" : ramp.toFixed(1).replace("-", "−"),
      source: ramp === null ? "not known yet" : "training load of the sport",
    },
    ...(volume.usualStartMinute === undefined
      ? []
      : [{ name: "usual beginning", ...startOf(volume.usualStartMinute) }]),
    { name: "targets", ...targetsOf(settings, units) },
  ];
}

function sharesText(seconds: TrainedSport["volume"]["threeZonesS"]): string {
  const all = (seconds ?? []).reduce((sum, one) => sum + one, 0);
  if (!seconds || all === 0) return "–";
  return `${seconds.map((one) => Math.round((one / all) * 100)).join(", ")} %`;
}

function targetsOf(
  settings: TrainedSport["settings"],
  units: UnitSystem,
): Pick<InputRow, "value" | "source"> {
  const { ftpW, thresholdHeartRateBpm, thresholdSpeedMps, criticalSwimSpeedMps } = settings;
  const known = [
    ...(ftpW ? [`FTP ${Math.round(ftpW)} W`] : []),
    ...(thresholdHeartRateBpm ? [`threshold HR ${Math.round(thresholdHeartRateBpm)} bpm`] : []),
    ...(thresholdSpeedMps ? [`threshold pace ${formatPace(thresholdSpeedMps, units)}`] : []),
    ...(criticalSwimSpeedMps
      ? [`critical swim pace ${formatPace(criticalSwimSpeedMps, units, "swim")}`]
      : []),
  ];
  return known.length > 0
    ? { value: known.join(", "), source: "your thresholds of that day" }
    : { value: "by feel", source: "no threshold of that day is known" };
}
