import type { Sport } from "@/lib/training/activity/sports";

export type NamedSport = { readonly sport: Sport; readonly subSport: string | null };

/** Words that exporters use, tried in order; the first that occurs decides. */
const WORDS: readonly [RegExp, Sport, string | null][] = [
  [/virtual.?ride/, "cycling", "virtualActivity"],
  [/indoor.?cycling|spin/, "cycling", "indoorCycling"],
  [/mountain.?bik|\bmtb\b/, "cycling", "mountain"],
  [/cycl|bik|ride/, "cycling", null],
  [/treadmill/, "running", "treadmill"],
  [/trail.?run/, "running", "trail"],
  [/run|jog/, "running", null],
  [/open.?water/, "swimming", "openWater"],
  [/pool|lap.?swim/, "swimming", "lapSwimming"],
  [/swim/, "swimming", null],
  [/indoor.?row/, "rowing", "indoorRowing"],
  [/row/, "rowing", null],
  [/hik|mountaineer/, "hiking", null],
  [/walk/, "walking", null],
  [/ski/, "skiing", null],
  [/strength|weight/, "strength", "strengthTraining"],
  [/yoga/, "yoga", "yoga"],
  [/div|snorkel/, "diving", null],
  [/soccer|football|basketball|volleyball|hockey|rugby|handball/, "team_sport", null],
];
/** Strava's GPX export writes its activity type as a number. */
const NUMBERS: Readonly<Record<string, Sport>> = {
  "1": "cycling",
  "4": "hiking",
  "9": "running",
  "10": "walking",
  "16": "swimming",
};

/** The sport that a TCX `Sport` or a GPX `type` names; "other" when it names none. */
export function sportFromText(text: string | null): NamedSport {
  const word = (text ?? "").trim().toLowerCase();
  const numbered = NUMBERS[word];
  if (numbered) return { sport: numbered, subSport: null };
  const found = WORDS.find(([pattern]) => pattern.test(word));
  return found ? { sport: found[1], subSport: found[2] } : { sport: "other", subSport: null };
}
