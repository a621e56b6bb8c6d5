/**
 * All that heart rate tells: mean, maximum, TRIMP, HRSS, time in zones.
 * HR-1, HR-2, ZONE-HR.
 * Reference: see each function.
 * Valid: with the sex unknown HRSS is the mean of both sexes' (within some 5 %), TRIMP has no value.
 */
import { hrss, reserveThreshold } from "../load/hrss";
import { type HeartRateRange, streamTrimp } from "../load/trimp";
import { heartRateZones } from "../zones/heart-rate-zones";
import { timeInZone } from "../zones/time-in-zone";
import { type ActivityContext, coverageReason } from "./activity-context";
import type { AthleteSettings, Channel, TimeInZone } from "./activity-types";
import { channelSummary } from "./channel-summary";
import { heartRateRecovery } from "./heart-rate-recovery";

const TRIMP = "HR-1@1";
const HRSS = "HR-2@1";
/** A mean of less would say nothing of the activity: straps fall silent under water. */
const MIN_COVERAGE = 0.1;
const TOO_LITTLE = "Heart rate was recorded for less than a tenth of the time.";

export type HeartRateResult = {
  readonly averageBpm: number | null;
  readonly timeInZone?: TimeInZone;
};

export function heartRateMetrics(context: ActivityContext): HeartRateResult {
  const { out, streams, settings, recorded } = context;
  const heartRate = streams.channels.heartRateBpm;
  const { summary, missing } = summaryOf(heartRate, context);
  const averageBpm = summary?.mean ?? null;
  out.set("avgHeartRate", averageBpm, "bpm", "AVG-1@1", missing);
  out.set("maxHeartRate", summary?.maximum ?? null, "bpm", "MAX-1@1", missing);
  const recovery = heartRate ? heartRateRecovery(heartRate) : null;
  const never = averageBpm === null ? missing : NEVER_FELL;
  out.set("heartRateRecovery", recovery?.fallBpm ?? null, "bpm", "HRR60@1", never);
  const gap =
    averageBpm === null
      ? missing
      : coverageReason(summary?.seconds ?? 0, context.timerS, "Heart rate");
  heartRateLoad(context, gap === null ? heartRate : undefined, gap ?? "");
  const { thresholdHeartRateBpm } = settings;
  if (!heartRate || averageBpm === null || thresholdHeartRateBpm === null) return { averageBpm };
  const boundaries = heartRateZones(thresholdHeartRateBpm, recorded.sport);
  return { averageBpm, timeInZone: timeInZone(heartRate, streams.timerOn, boundaries, "bpm") };
}

/** Null with the reason where too little was recorded to speak of the activity. */
function summaryOf(heartRate: Channel | undefined, { streams, timerS }: ActivityContext) {
  const summary = heartRate ? channelSummary(heartRate, streams.timerOn) : null;
  if (!summary?.seconds) return { summary: null, missing: "No heart rate was recorded." };
  const isEnough = summary.seconds >= MIN_COVERAGE * timerS;
  return { summary: isEnough ? summary : null, missing: TOO_LITTLE };
}

function heartRateLoad(
  { out, streams, settings }: ActivityContext,
  heartRate: Channel | undefined,
  gap: string,
): void {
  const range = heartRateRange(settings);
  const { sex } = settings;
  const why = gap || unknownRange(settings);
  const canJudge = heartRate !== undefined && range !== null;
  const trimp = canJudge && sex ? streamTrimp(heartRate, streams.timerOn, range, sex) : null;
  const noSex = "TRIMP weighs women and men differently: set the sex in the profile.";
  out.set("trimp", trimp, "", TRIMP, canJudge ? noSex : why);
  const threshold = settings.thresholdHeartRateBpm ?? (range && reserveThreshold(range));
  const score =
    canJudge && threshold !== null
      ? hrssOf(heartRate, streams.timerOn, range, threshold, sex)
      : null;
  out.set("hrss", score, "", HRSS, canJudge ? BAD_THRESHOLD : why);
  out.addLoad("hrss", score, HRSS);
}

const NEVER_FELL = "Heart rate was not recorded for a minute of rest after the hardest part.";
const BAD_THRESHOLD = "Threshold heart rate does not lie between resting and maximum.";

function hrssOf(
  heartRate: Channel,
  timerOn: Uint8Array,
  range: HeartRateRange,
  threshold: number,
  sex: "m" | "f" | null,
): number | null {
  if (sex === null) {
    const male = hrssOf(heartRate, timerOn, range, threshold, "m");
    const female = hrssOf(heartRate, timerOn, range, threshold, "f");
    return male === null || female === null ? null : (male + female) / 2;
  }
  const trimp = streamTrimp(heartRate, timerOn, range, sex);
  return trimp === null ? null : hrss(trimp, threshold, range, sex);
}

/** Names only what is missing: the device often knows the other. */
function unknownRange({ restingHeartRateBpm, maxHeartRateBpm }: AthleteSettings): string {
  if (restingHeartRateBpm !== null && maxHeartRateBpm !== null)
    return "Maximum heart rate is set no higher than resting heart rate.";
  if (restingHeartRateBpm !== null) return "Maximum heart rate is not known on this day.";
  if (maxHeartRateBpm !== null) return "Resting heart rate is not known on this day.";
  return "Resting and maximum heart rate are not known on this day.";
}

function heartRateRange(settings: AthleteSettings): HeartRateRange | null {
  const { restingHeartRateBpm, maxHeartRateBpm } = settings;
  if (restingHeartRateBpm === null || maxHeartRateBpm === null) return null;
  if (maxHeartRateBpm <= restingHeartRateBpm) return null;
  return { restingBpm: restingHeartRateBpm, maximumBpm: maxHeartRateBpm };
}
