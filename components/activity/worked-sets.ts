import type { RecordedSet } from "@/lib/training/activity/activity-types";

/**
 * The sets that were worked, by their place among all; none where the device only kept time, as it
 * does for yoga: one "set" without exercise, repetitions or weight.
 */
export function workedSets(sets: readonly RecordedSet[]): { set: RecordedSet; at: number }[] {
  const worked = sets.flatMap((set, at) => (set.isActive ? [{ set, at }] : []));
  const tellsMore = worked.some(
    ({ set }) => set.exercise !== null || set.weightKg !== null || (set.repetitions ?? 0) > 0,
  );
  return tellsMore ? worked : [];
}
