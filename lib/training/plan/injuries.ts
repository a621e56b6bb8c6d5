import type { Sport } from "../activity/sports";

export const BODY_PARTS = [
  ...(["foot", "ankle", "calf", "knee", "thigh", "hip"] as const),
  ...(["back", "shoulder", "arm", "other"] as const),
] as const;
export type BodyPart = (typeof BODY_PARTS)[number];

/** Sports of which an injury may be said to forbid them. */
export const FORBIDDABLE = [
  "running",
  "cycling",
  "swimming",
  "strength",
] as const satisfies Sport[];

const OF_LEG: readonly Sport[] = ["running", "strength"];

/** What is ticked at first; the athlete knows better. No medical rule: what loads the part most. */
export const USUALLY_FORBIDDEN: Readonly<Record<BodyPart, readonly Sport[]>> = {
  foot: ["running"],
  ankle: ["running"],
  calf: ["running"],
  knee: OF_LEG,
  thigh: OF_LEG,
  hip: OF_LEG,
  back: OF_LEG,
  shoulder: ["swimming", "strength"],
  arm: ["swimming", "strength"],
  other: ["running"],
};
