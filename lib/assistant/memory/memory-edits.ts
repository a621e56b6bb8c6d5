import type { Fact } from "@/lib/training/insights/finding";
import type { FactsEvent } from "../facts-types";

/** What an athlete changed of one thing that is kept in mind. */
type MemoryEdit = {
  /** Not kept in mind, and not shown beside the rest. */
  readonly isHidden?: true | undefined;
  /** What the athlete says in its place. */
  readonly text?: string | undefined;
};

/** By the id of a summary or of a line of the profile. */
export type MemoryEdits = Readonly<Record<string, MemoryEdit>>;

/** Something that is kept in mind, as rules tell it. */
export type Remembered = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** What it is worked out of, in words. */
  readonly source: string;
  /** Its numbers, where it has any. */
  readonly facts: readonly Fact[];
};

export type EditedMemory = Remembered & {
  readonly isHidden: boolean;
  /** The athlete's own words stand in the place of the rules'. */
  readonly isCorrected: boolean;
};

/** What is kept in mind, as the athlete wants it; `text` says what holds. */
export function editedMemory(kept: readonly Remembered[], edits: MemoryEdits): EditedMemory[] {
  return kept.map((one) => {
    const edit = edits[one.id];
    const isCorrected = edit?.text !== undefined;
    const text = edit?.text ?? one.text;
    return { ...one, text, isCorrected, isHidden: edit?.isHidden === true };
  });
}

/**
 * Events as the athlete wants them kept in mind: a goal or a constraint that was taken out of
 * there is hidden here, too, and one that was corrected has the athlete's words.
 */
export function editedEvents<Told extends Pick<FactsEvent, "kind"> & EventWords>(
  events: readonly Told[],
  edits: MemoryEdits,
): (Told & { readonly isHidden: boolean })[] {
  return events.map((event) => {
    const edit = edits[`goal:${event.id}`] ?? edits[`constraint:${event.id}`];
    return { ...event, title: edit?.text ?? event.title, isHidden: edit?.isHidden === true };
  });
}

type EventWords = { readonly id: string; readonly title: string };
