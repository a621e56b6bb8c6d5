import type { JournalEntry } from "@/db/queries/activity-edits";
import { describeMoment } from "@/lib/dates/describe-moment";
import type { ActivityEdit, OriginalFacts } from "@/lib/training/activity/activity-edit";
import { formatDuration } from "@/lib/units/format-duration";
import { FEEL_WORDS } from "./feel-words";
import { LOAD_METHOD_LABELS } from "./load-method-label";
import { SENSOR_LABELS } from "./sensor-labels";
import { SPORT_LOOKS } from "./sport-look";

export type EditRow = {
  readonly id: string;
  readonly kind: ActivityEdit["kind"];
  /** "Sport: Run, recorded as Ride". */
  readonly text: string;
  /** "21 Nov 2026, 18:04". */
  readonly when: string;
  /** A later change of the same kind stands in front of it. */
  readonly isCovered: boolean;
};

/** Kinds of which several hold side by side. */
const SIDE_BY_SIDE: ReadonlySet<ActivityEdit["kind"]> = new Set(["exclude", "ignore_sensor"]);

/** The journal for its list, newest first: what holds, and what was undone. */
export function prepareEdits(
  journal: readonly JournalEntry[],
  original: OriginalFacts | null,
  timeZone: string,
): { readonly holding: readonly EditRow[]; readonly undone: readonly EditRow[] } {
  const seen = new Set<ActivityEdit["kind"]>();
  const holding: EditRow[] = [];
  const undone: EditRow[] = [];
  for (const entry of journal.toReversed()) {
    const { id, kind, at, undoneAt } = entry;
    const row = { id, kind, text: editText(entry, original), when: describeMoment(at, timeZone) };
    if (undoneAt !== null) {
      undone.push({ ...row, isCovered: false });
      continue;
    }
    holding.push({ ...row, isCovered: seen.has(kind) && !SIDE_BY_SIDE.has(kind) });
    seen.add(kind);
  }
  return { holding, undone };
}

function editText(edit: ActivityEdit, original: OriginalFacts | null): string {
  switch (edit.kind) {
    case "title":
      return `Title: ${edit.value}`;
    case "sport":
      return `Sport: ${SPORT_LOOKS[edit.value].label}${recordedAs(edit.value, original)}`;
    case "effort":
      return edit.value === null ? "Felt effort: taken back" : `Felt effort: ${edit.value} of 10`;
    case "feel":
      return edit.value === null ? "Feel: taken back" : `Feel: ${FEEL_WORDS[edit.value - 1]}`;
    case "remark":
      return edit.value === null ? "Note: taken away" : `Note: ${edit.value}`;
    case "load_method":
      return edit.value === null
        ? "Load: chosen by rule"
        : `Load: by ${LOAD_METHOD_LABELS[edit.value]}`;
    case "exclude":
      return `Left out: ${formatDuration(edit.value.fromS)} to ${formatDuration(edit.value.toS)}`;
    case "bouts":
      return edit.value === null
        ? "Intervals: as they were found"
        : `Intervals: ${edit.value.length} marked by you`;
    case "ignore_sensor":
      return `Left out: ${SENSOR_LABELS[edit.value].toLowerCase()}`;
  }
}

function recordedAs(sport: OriginalFacts["sport"], original: OriginalFacts | null): string {
  if (original === null || original.sport === sport) return "";
  return `, recorded as ${SPORT_LOOKS[original.sport].label}`;
}
