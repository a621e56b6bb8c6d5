import { z } from "zod";
import type { LocalDate } from "@/lib/dates/local-date";
import { optionalNumber } from "@/lib/integrations/garmin/mapping/garmin-mapping";
import type { DeviceTrainingStatus } from "@/lib/integrations/source-ports";

const vo2max = z
  .object({ vo2MaxPreciseValue: optionalNumber, vo2MaxValue: optionalNumber })
  .nullish()
  .catch(null);
const ofDevice = z.object({
  calendarDate: z.string().nullish().catch(null),
  timestamp: optionalNumber,
  primaryTrainingDevice: z.boolean().nullish().catch(null),
  trainingStatusFeedbackPhrase: z.string().max(100).nullish().catch(null),
  acuteTrainingLoadDTO: z
    .object({ dailyTrainingLoadAcute: optionalNumber, dailyTrainingLoadChronic: optionalNumber })
    .nullish()
    .catch(null),
});
type OfDevice = z.output<typeof ofDevice>;

const answer = z.object({
  mostRecentVO2Max: z.object({ generic: vo2max, cycling: vo2max }).nullish().catch(null),
  mostRecentTrainingStatus: z
    .object({ latestTrainingStatusData: z.record(z.string(), z.unknown()).nullish().catch(null) })
    .nullish()
    .catch(null),
});

/**
 * GET /metrics-service/metrics/trainingstatus/aggregated/{day}: several devices, of which the
 * primary one counts, else the newest. A status of an earlier day is that day's, not this one's;
 * VO2max holds until it changes. Null without a value.
 */
export function readTrainingStatus(payload: unknown, day: LocalDate): DeviceTrainingStatus | null {
  const parsed = answer.safeParse(payload);
  if (!parsed.success) return null;
  const { mostRecentVO2Max, mostRecentTrainingStatus } = parsed.data;
  const device = deviceThatCounts(
    Object.values(mostRecentTrainingStatus?.latestTrainingStatusData ?? {}),
    day,
  );
  const load = device?.acuteTrainingLoadDTO;
  const status = {
    day,
    status: device?.trainingStatusFeedbackPhrase ?? null,
    acuteLoad: measured(load?.dailyTrainingLoadAcute),
    chronicLoad: measured(load?.dailyTrainingLoadChronic),
    vo2maxRunning: vo2maxOf(mostRecentVO2Max?.generic),
    vo2maxCycling: vo2maxOf(mostRecentVO2Max?.cycling),
  };
  const { day: _day, ...values } = status;
  return Object.values(values).some((value) => value !== null) ? status : null;
}

function deviceThatCounts(entries: readonly unknown[], day: LocalDate): OfDevice | undefined {
  const ofDay = entries
    .flatMap((entry) => ofDevice.safeParse(entry).data ?? [])
    .filter(({ calendarDate }) => calendarDate === day);
  return (
    ofDay.find(({ primaryTrainingDevice }) => primaryTrainingDevice === true) ??
    ofDay.sort((a, b) => (b.timestamp ?? 0) - (a.timestamp ?? 0))[0]
  );
}

function vo2maxOf(value: z.output<typeof vo2max>): number | null {
  return measured(value?.vo2MaxPreciseValue) ?? measured(value?.vo2MaxValue);
}

function measured(value: number | null | undefined): number | null {
  return typeof value === "number" && value > 0 ? value : null;
}
