import type { EffectiveFacts, OriginalFacts } from "@/lib/training/activity/activity-edit";

/** What holds of an activity as the columns of its row, the original beside it once it differs. */
export function factColumns(facts: EffectiveFacts, original: OriginalFacts, isEdited: boolean) {
  const { title, sport, subSport, rpe, feel, remark } = facts;
  return {
    ...{ title, sport, subSport, rpe, feel, remark },
    original: isEdited ? original : null,
  };
}
