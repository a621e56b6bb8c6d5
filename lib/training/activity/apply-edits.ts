/**
 * The activity as it holds: what the source said, with what the athlete has said since.
 * Formula: none. The newest edit of a kind wins; stretches and sensors left out add up.
 * Reference: none, a rule of this product; the original is never changed, so each edit can be undone.
 * Valid: edits in the order in which they were made, without those that were undone.
 */
import type { ActivityEdit, EffectiveFacts, OriginalFacts, Stretch } from "./activity-edit";
import { activityTitle } from "./activity-title";

/** @param localHour 0-23 where the activity began: a title made by rule follows the sport. */
export function applyEdits(
  original: OriginalFacts,
  edits: readonly ActivityEdit[],
  localHour: number,
): EffectiveFacts {
  const sport = newest(edits, "sport")?.value ?? original.sport;
  const subSport = sport === original.sport ? original.subSport : null;
  return {
    title: newest(edits, "title")?.value ?? titleFor({ sport, subSport }, original, localHour),
    sport,
    subSport,
    rpe: answered(newest(edits, "effort"), original.rpe),
    feel: newest(edits, "feel")?.value ?? null,
    remark: answered(newest(edits, "remark"), original.remark ?? null),
    loadMethod: newest(edits, "load_method")?.value ?? null,
    bouts: newest(edits, "bouts")?.value ?? null,
    excluded: united(edits.flatMap((edit) => (edit.kind === "exclude" ? [edit.value] : []))),
    ignored: [
      ...new Set(edits.flatMap((edit) => (edit.kind === "ignore_sensor" ? [edit.value] : []))),
    ],
  };
}

function newest<Kind extends ActivityEdit["kind"]>(
  edits: readonly ActivityEdit[],
  kind: Kind,
): Extract<ActivityEdit, { kind: Kind }> | undefined {
  return edits.findLast(
    (edit): edit is Extract<ActivityEdit, { kind: Kind }> => edit.kind === kind,
  );
}

/** An answer that was taken back is no answer, whatever the source said. */
function answered<T>(edit: { readonly value: T } | undefined, original: T): T {
  return edit === undefined ? original : edit.value;
}

function titleFor(
  { sport, subSport }: Pick<OriginalFacts, "sport" | "subSport">,
  original: OriginalFacts,
  localHour: number,
): string {
  const byRule = activityTitle(original.sport, original.subSport, localHour);
  return original.title === byRule ? activityTitle(sport, subSport, localHour) : original.title;
}

function united(stretches: readonly Stretch[]): Stretch[] {
  const whole: { fromS: number; toS: number }[] = [];
  for (const { fromS, toS } of stretches.toSorted((a, b) => a.fromS - b.fromS)) {
    const last = whole.at(-1);
    if (last && fromS <= last.toS) last.toS = Math.max(last.toS, toS);
    else whole.push({ fromS, toS });
  }
  return whole;
}
