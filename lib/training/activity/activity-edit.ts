import type { LoadMethod } from "./activity-types";
import type { Sport } from "./sports";

/** What can be told apart in a recording and left out of it as a whole. */
export const SENSORS = [
  "power",
  "heart_rate",
  "cadence",
  "speed",
  "altitude",
  "position",
  "temperature",
] as const;
export type Sensor = (typeof SENSORS)[number];

/** Seconds since the start, the end excluded. */
export type Stretch = { readonly fromS: number; readonly toS: number };

/** One thing that the athlete said about an activity; null takes an answer back. */
export type ActivityEdit =
  | { readonly kind: "title"; readonly value: string }
  | { readonly kind: "sport"; readonly value: Sport }
  /** Session RPE on Borg's CR-10. */
  | { readonly kind: "effort"; readonly value: number | null }
  /** 1 (very weak) to 5 (very strong). */
  | { readonly kind: "feel"; readonly value: number | null }
  | { readonly kind: "remark"; readonly value: string | null }
  | { readonly kind: "load_method"; readonly value: LoadMethod | null }
  | { readonly kind: "exclude"; readonly value: Stretch }
  | { readonly kind: "ignore_sensor"; readonly value: Sensor }
  /** Every work bout there is, ascending; null leaves finding them to us. */
  | { readonly kind: "bouts"; readonly value: readonly Stretch[] | null };

export const EDIT_KINDS = [
  "title",
  "sport",
  "effort",
  "feel",
  "remark",
  "load_method",
  "exclude",
  "ignore_sensor",
  "bouts",
] as const satisfies readonly ActivityEdit["kind"][];
export type EditKind = (typeof EDIT_KINDS)[number];

/** What the source said of the things that an edit can change. */
export type OriginalFacts = {
  readonly title: string;
  readonly sport: Sport;
  readonly subSport: string | null;
  readonly rpe: number | null;
  /** The athlete's own words, from where the activity came. */
  readonly remark?: string | null;
};

/** What holds once the edits are applied. */
export type EffectiveFacts = OriginalFacts & {
  readonly feel: number | null;
  readonly remark: string | null;
  /** The load that the athlete wants to count; null leaves it to the precedence. */
  readonly loadMethod: LoadMethod | null;
  /** Ascending, none touching another. */
  readonly excluded: readonly Stretch[];
  readonly ignored: readonly Sensor[];
  /** The work bouts as the athlete marked them; null while they left it to us. */
  readonly bouts: readonly Stretch[] | null;
};
