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
