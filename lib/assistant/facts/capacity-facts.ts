import { daysBetween, type LocalDate } from "@/lib/dates/local-date";
import type { Fact } from "@/lib/training/insights/finding";
import type { AiAllowed } from "@/lib/training/source/ai-allowed";
import type { FactsCapacities, FactsInput } from "./facts-input";
import { makeFact } from "./make-fact";

/** Thresholds that hold on the day. */
export function capacityFacts({ value }: AiAllowed<FactsCapacities>, day: LocalDate): Fact[] {
  return [
    ...makeFact("ftp.current", "FTP", value.ftpW, "W", day),
    ...makeFact(
      "threshold-hr.current",
      "Threshold heart rate",
      value.thresholdHeartRateBpm,
      "bpm",
      day,
    ),
    ...makeFact("max-hr.current", "Maximum heart rate", value.maxHeartRateBpm, "bpm", day),
    ...makeFact("threshold-pace.current", "Threshold pace", value.thresholdSpeedMps, "m/s", day),
    ...makeFact("swim-pace.current", "Critical swim speed", value.criticalSwimSpeedMps, "m/s", day),
    ...makeFact("weight.current", "Weight", value.weightKg, "kg", day),
  ];
}

/** How far the next race is. */
export function raceFacts(events: FactsInput["events"], day: LocalDate): Fact[] {
  const next = events.find(
    ({ kind, fromDay, isHidden }) => kind === "race" && fromDay > day && !isHidden,
  );
  return next
    ? makeFact("race.days", "Days to the race", daysBetween(day, next.fromDay), "days", day)
    : [];
}
