import "server-only";
import { answersBetween } from "@/db/queries/answers-between";
import { contextEventsBetween } from "@/db/queries/context-events-between";
import { dailyLoadsBetween } from "@/db/queries/daily-loads-between";
import { detectorSessions } from "@/db/queries/detector-sessions";
import { listThresholds, type Threshold } from "@/db/queries/list-thresholds";
import { checkInsBetween } from "@/db/queries/morning-history";
import { wellnessRecordsBetween } from "@/db/queries/wellness-records-between";
import { wellnessWindow } from "@/db/queries/wellness-window";
import type { AthleteTx } from "@/db/scope";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { dailyColumns } from "@/lib/training/insights/daily-columns";
import type {
  DetectorActivity,
  DetectorInput,
  DetectorThreshold,
} from "@/lib/training/insights/detector-input";
import { disagreementsIn } from "@/lib/training/insights/disagreements-in";
import { isHardSession } from "@/lib/training/plan/is-hard-session";
import { threeZones } from "@/lib/training/zones/three-zones";
import { detectorBests } from "./detector-bests";
import { estimateCriticalPower } from "./estimate-critical-power";
import { suggestFtp } from "./suggest-ftp";

/** Days that the longest look back of a detector goes. */
const LOOKBACK_DAYS = 126;
const LOOKAHEAD_DAYS = 28;
const DISAGREEMENT_DAYS = 14;
const COMBINED = "all";

/**
 * Everything that the detectors look at, as the evening or the morning of `day` knows it.
 * @param isOver false for today: its training is not whole yet.
 */
export async function detectorInput(
  tx: AthleteTx,
  day: LocalDate,
  isOver: boolean,
): Promise<DetectorInput> {
  const from = addDays(day, 1 - LOOKBACK_DAYS);
  const activities = (await detectorSessions(tx, from, day)).map(sessionOf);
  const records = await wellnessRecordsBetween(tx, addDays(day, 1 - DISAGREEMENT_DAYS), day);
  return {
    day,
    daily: dailyColumns(
      { from, to: day, trainedTo: isOver ? day : addDays(day, -1) },
      {
        nights: await wellnessWindow(tx, from, day),
        checkIns: await checkInsBetween(tx, from, day),
        loads: await dailyLoadsBetween(tx, from, day, COMBINED),
      },
    ),
    activities,
    mornings: await answersBetween(tx, from, day),
    events: await contextEventsBetween(tx, from, addDays(day, LOOKAHEAD_DAYS)),
    thresholds: currentThresholds(await listThresholds(tx), day),
    ftp: await ftpOn(tx, day, activities),
    bests: await detectorBests(tx, day, activities),
    disagreements: disagreementsIn(records),
  };
}

function sessionOf(
  session: Awaited<ReturnType<typeof detectorSessions>>[number],
): DetectorActivity {
  const { rpe: _rpe, timeInZone, ...told } = session;
  const zones = timeInZone.power ?? timeInZone.pace ?? timeInZone.heartRate;
  return {
    ...told,
    isHard: isHardSession(session),
    zonesS: zones ? threeZones(zones.seconds) : null,
  };
}

const CAPACITIES = {
  ftp_w: { sport: "cycling", unit: "W" },
  threshold_speed_mps: { sport: "running", unit: "m/s" },
  critical_swim_speed_mps: { sport: "swimming", unit: "m/s" },
} as const;

/** Of each capacity that sets zones the one that holds; the list has the newest first. */
function currentThresholds(thresholds: readonly Threshold[], day: LocalDate): DetectorThreshold[] {
  return Object.entries(CAPACITIES).flatMap(([kind, what]) => {
    const held = thresholds.find((one) => one.kind === kind && one.validFrom <= day);
    return held ? [{ ...what, value: held.value, validFrom: held.validFrom }] : [];
  });
}

async function ftpOn(
  tx: AthleteTx,
  day: LocalDate,
  activities: readonly DetectorActivity[],
): Promise<DetectorInput["ftp"]> {
  if (!activities.some(({ sport }) => sport === "cycling")) return null;
  const suggestion = await suggestFtp(tx, await estimateCriticalPower(tx, addDays(day, 1)));
  if (!suggestion?.suggestedW || suggestion.ftpW === null) return null;
  const { ftpW, suggestedW, twentyMinutesW, activityId } = suggestion;
  const ride = activities.find(({ id }) => id === activityId);
  return ride ? { ftpW, suggestedW, twentyMinutesW, activityId, day: ride.day } : null;
}
