import type { FileContent } from "@/lib/integrations/ports";
import type { QualityNote, RecordedActivity } from "@/lib/training/activity/activity-types";
import { orderColumns } from "../columns/order-columns";
import { READ_NOTES } from "../quality-notes";
import { refused } from "../refusal";
import { buildFitActivities } from "./build-fit-activities";
import { decodeFit, type FitDecoding } from "./decode-fit";
import { decodeFitFallback } from "./decode-fit-fallback";
import { fitClockShift, fitUtcOffset, fitWindow } from "./fit-clock";
import { enumField, type FitContent } from "./fit-content";
import { OTHER_FIT_FILES } from "./fit-file-types";
import { fitSpans, hasSubstance } from "./fit-spans";
import type { FitDamage } from "./project-fit";

const DAMAGE_REASONS: Readonly<Record<FitDamage, string>> = {
  truncated: "The file ends too early, so only the part before that could be read.",
  checksum: "The file's checksum does not match its content, so some values may be wrong.",
  framing: "The file is damaged, so only the part before the damage could be read.",
};

type Reading = FitDecoding & { readonly usedFallback: boolean };

/** Reads a FIT file: the SDK first, the second decoder when that decodes nothing. */
export async function readFit(bytes: Uint8Array): Promise<FileContent> {
  const reading = await decode(bytes);
  if (reading === null) return refused("fit_unreadable");
  const { content } = reading;
  const type = enumField(content.fileIds[0] ?? {}, "type");
  const other = OTHER_FIT_FILES[type ?? ""];
  if (other) {
    return {
      kind: "refused",
      code: other.code,
      reason: `This is ${other.what}; it holds no activity.`,
    };
  }
  return activitiesOf(reading);
}

async function decode(bytes: Uint8Array): Promise<Reading | null> {
  const decoding = decodeFit(bytes);
  if (decoding !== null) return { ...decoding, usedFallback: false };
  const content = await decodeFitFallback(bytes);
  return content === null ? null : { content, damage: null, usedFallback: true };
}

function activitiesOf({ content, damage, usedFallback }: Reading): FileContent {
  const records = orderColumns(content.records, fitWindow(content, content.records));
  const spans = fitSpans(content, records).filter((span) => hasSubstance(span, records));
  const first = spans[0];
  if (first === undefined) return refusalOf(content, damage);
  const shift = fitClockShift(content, first.startS);
  if (shift === null) return refused("fit_clock_not_set");
  const dropped = content.records.count - records.count;
  const notes: QualityNote[] = [];
  if (shift !== 0) notes.push(READ_NOTES.clock_not_set);
  if (usedFallback) notes.push(READ_NOTES.decoder_fallback);
  if (content.sessions.length === 0) notes.push(READ_NOTES.summary_missing);
  if (dropped > 0 && hasStrayTimes(content, records.timeS)) notes.push(READ_NOTES.samples_dropped);
  const activities = buildFitActivities(content, records, spans, fitUtcOffset(content), notes);
  if (activities.length === 0) return refused("fit_only_transition");
  return {
    kind: "activities",
    format: "fit",
    activities: shift === 0 ? activities : activities.map((activity) => shifted(activity, shift)),
    partialReason: damage === null ? null : DAMAGE_REASONS[damage],
  };
}

/** Distinguishes impossible times from records that were merged because they share a second. */
function hasStrayTimes(content: FitContent, kept: Float64Array): boolean {
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined) return content.records.count > 0;
  return content.records.timeS.some((t) => !(t >= first && t <= last));
}

function shifted(activity: RecordedActivity, shiftS: number): RecordedActivity {
  return { ...activity, startEpochS: activity.startEpochS + shiftS };
}

function refusalOf(content: FitContent, damage: FitDamage | null): FileContent {
  if (damage === "truncated") return refused("fit_truncated_empty");
  if (damage === "framing") return refused("fit_unreadable");
  const hasTimes = content.records.timeS.some((t) => !Number.isNaN(t));
  if (content.records.count > 0) return refused(hasTimes ? "fit_single_point" : "fit_no_times");
  return refused("fit_no_activity");
}
