/**
 * What an activity was: its length, its load against the usual, its intensity.
 * ZONE-3 for the intensity. Reference: as threeZones.
 * Valid: any activity; without zones or ten minutes of them nothing is said of intensity.
 */
import { daysTo, evidence, say } from "../insights/evidence";
import type { Evidence } from "../insights/finding";
import type { JudgedActivity } from "../track-record/execution-of";
import { threeZones } from "../zones/three-zones";
import type { DebriefInput } from "./debrief-input";
import { ownOf } from "./own-evidence";
import type { Said } from "./said";

const MINUTE_S = 60;
/** A load within this share of the usual is the usual. */
const SAME = 0.1;

const NOUNS: Partial<Record<string, string>> = { cycling: "ride", running: "run" };

export function nounOf({ sport }: JudgedActivity): string {
  return NOUNS[sport] ?? (sport === "swimming" ? "swim" : "session");
}

export function whatSaid({ activity, usualLoad }: DebriefInput): Said {
  const own = ownOf(activity);
  const minutes = Math.round(activity.timerS / MINUTE_S) * MINUTE_S;
  const length = own("duration.activity", "Duration", [Math.max(MINUTE_S, minutes), "s"]);
  const noun = nounOf(activity);
  if (activity.load === null) {
    return { text: `A ${noun} of ${say(length)}.`, evidence: [length] };
  }
  const load = own("load.activity", "Training load", [activity.load, "load"]);
  const text = `A ${noun} of ${say(length)} with a training load of ${say(load)}`;
  if (usualLoad === null) return { text: `${text}.`, evidence: [length, load] };
  const label = `Training load of your usual ${noun}`;
  const usual = evidence(
    `load.usual-${activity.sport}`,
    label,
    [usualLoad, "load"],
    daysTo(activity.day),
  );
  const gap = load.value - usual.value;
  const word = Math.abs(gap) <= SAME * usual.value ? "about" : gap > 0 ? "more than" : "less than";
  return {
    text: `${text}, ${word} your usual ${say(usual)}.`,
    evidence: [length, load, usual],
  };
}

const LEAST_TOLD_S = 600;

export function zonesSaid({ activity }: DebriefInput): Said | null {
  const { power, pace, heartRate } = activity.timeInZone;
  const zones = power ?? pace ?? heartRate;
  if (!zones) return null;
  const seconds = threeZones(zones.seconds);
  const all = seconds[0] + seconds[1] + seconds[2];
  if (all < LEAST_TOLD_S) return null;
  const own = ownOf(activity);
  const parts = ZONES.map((name, i) =>
    own(`zones.${name}`, `Share of ${name} time`, [(seconds[i] ?? 0) / all, "share"]),
  );
  const told = parts.flatMap((part, i) => (part.value > 0 ? `${say(part)} ${ZONES[i]}` : []));
  if (told.length === 1) {
    return { text: `All of it was ${ZONES[parts.findIndex(isAll)]}.`, evidence: parts };
  }
  return { text: `By intensity it was ${listed(told)}.`, evidence: parts };
}

const ZONES = ["easy", "moderate", "hard"] as const;

function isAll({ value }: Evidence): boolean {
  return value > 0;
}

function listed(parts: readonly string[]): string {
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
