import type { ChannelName } from "@/lib/training/activity/activity-types";
import type { TimedColumns } from "../columns/timed-columns";
import { FIT_CHANNELS, type FitChannel } from "./fit-channels";
import { FIT_EPOCH_S, type FitFields, numberField } from "./fit-content";

/**
 * Decoded `record` messages as columns. `isRaw`: fields are unscaled. Developer fields
 * stand in where the device wrote no native value (power of a foot pod on older watches).
 */
export function collectFitRecords(
  messages: readonly FitFields[],
  descriptions: readonly FitFields[],
  isRaw: boolean,
): TimedColumns {
  const timeS = new Float64Array(messages.length);
  for (let i = 0; i < messages.length; i++) {
    const time = messages[i]?.timestamp;
    timeS[i] = typeof time === "number" ? time + FIT_EPOCH_S : Number.NaN;
  }
  const channels: Partial<Record<ChannelName, Float64Array>> = {};
  for (const from of FIT_CHANNELS) {
    const column =
      nativeColumn(messages, from, isRaw) ??
      developerColumn(messages, developerKeys(descriptions, from.nativeField));
    if (column !== null) channels[from.channel] = column;
  }
  return { count: messages.length, timeS, channels };
}

function nativeColumn(
  messages: readonly FitFields[],
  { names, scale, offset, channel, nativeField }: FitChannel,
  isRaw: boolean,
): Float64Array | null {
  const [first, second = first] = names;
  // The SDK leaves positions in semicircles, scaled or not.
  const divisor = isRaw || isPosition(channel) ? scale : 1;
  const subtract = isRaw ? offset : 0;
  let column: Float64Array | null = null;
  let isAllZero = true;
  for (let i = 0; i < messages.length; i++) {
    const fields = messages[i] as FitFields;
    const value = fields[first] ?? fields[second];
    if (typeof value !== "number") continue;
    column ??= new Float64Array(messages.length).fill(Number.NaN);
    column[i] = value / divisor - subtract;
    if (value !== 0) isAllZero = false;
  }
  // only zeros next to a developer field: the device had no sensor, the accessory did
  return isAllZero && nativeField !== null && hasDeveloperFields(messages) ? null : column;
}

function isPosition(channel: ChannelName): boolean {
  return channel === "latitudeDeg" || channel === "longitudeDeg";
}

function developerKeys(descriptions: readonly FitFields[], native: number | null): string[] {
  if (native === null) return [];
  return descriptions
    .filter((description) => description.nativeFieldNum === native)
    .flatMap(({ key }) => (typeof key === "number" ? [String(key)] : []));
}

function developerColumn(
  messages: readonly FitFields[],
  keys: readonly string[],
): Float64Array | null {
  if (keys.length === 0) return null;
  const column = Float64Array.from(messages, (fields) => developerValue(fields, keys));
  return column.some((value) => !Number.isNaN(value)) ? column : null;
}

function hasDeveloperFields(messages: readonly FitFields[]): boolean {
  return messages.some(({ developerFields }) => developerFields !== undefined);
}

function developerValue(fields: FitFields, keys: readonly string[]): number {
  const values = fields.developerFields as FitFields | undefined;
  if (values === undefined) return Number.NaN;
  for (const key of keys) {
    const value = numberField(values, key);
    if (value !== null) return value;
  }
  return Number.NaN;
}
