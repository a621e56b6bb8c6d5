import type { Morning } from "@/db/queries/morning-on";
import { formatDuration } from "@/lib/units/format-duration";

/** A morning as a person would read it out. */
export function morningText({ day, recovery, decision, recommendation }: Morning): string {
  const score =
    recovery.score === null
      ? `no score: ${recovery.reason ?? "not enough data"}`
      : `${Math.round(recovery.score)} of 100 (${recovery.band}), confidence ${recovery.confidence}`;
  const { workout } = recommendation;
  const lines = [
    day,
    `Recovery   ${score}`,
    ...recovery.contributions.map(
      ({ component, score: part, weight, reason }) =>
        `  ${component.padEnd(6)}   ${part === null ? `missing: ${reason ?? "no value"}` : `${Math.round(part)} × ${weight.toFixed(2)}`}`,
    ),
    `Decision   ${decision.decision} (${decision.rule})`,
    ...decision.reasons.map((reason) => `  ${reason}`),
    `Workout    ${workout ? `${workout.title}, ${formatDuration(workout.durationS)}, load ${Math.round(workout.load)}` : "rest"}`,
    ...recommendation.rationale.map((sentence) => `  ${sentence}`),
  ];
  return `${lines.join("\n")}\n`;
}
