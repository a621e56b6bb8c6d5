import { Decoder, type DecoderOptions, Profile, Stream } from "@garmin/fitsdk";
import type { TimedColumns } from "../columns/timed-columns";
import { collectFitRecords } from "./collect-fit-records";
import type { FitContent, FitFields } from "./fit-content";
import { FIT_MESSAGE } from "./fit-wanted";
import { type FitDamage, projectFit } from "./project-fit";

export type FitDecoding = { readonly content: FitContent; readonly damage: FitDamage | null };

type Messages = Readonly<Record<string, readonly FitFields[] | undefined>>;

/**
 * Options for a projection: what only costs time is off (dates, sub-fields, and scaling,
 * which the columns do themselves), except where a swim's heart rate must be merged.
 */
const LEAN: DecoderOptions = {
  dataOnly: true,
  applyScaleAndOffset: false,
  expandComponents: false,
  expandSubFields: false,
  convertDateTimesToDates: false,
  mergeHeartRates: false,
};
const EXPANDED: DecoderOptions = {
  dataOnly: true,
  expandSubFields: false,
  convertDateTimesToDates: false,
  mergeHeartRates: true,
};

/** Decodes a file, all but plain records with the SDK; null when it can decode nothing of this file. */
export function decodeFit(bytes: Uint8Array): FitDecoding | null {
  const projection = projectFit(bytes);
  if (projection === null) return null;
  const { data, records, damage, needsExpansion } = projection;
  const options = needsExpansion ? EXPANDED : LEAN;
  const { messages, errors } = new Decoder(new Stream(data)).read(options);
  const content = contentOf(messages as Messages, records, !needsExpansion);
  if (errors.length > 0 && content.records.count === 0) return null;
  return { content, damage: errors.length > 0 ? "framing" : damage };
}

function contentOf(messages: Messages, records: TimedColumns | null, isRaw: boolean): FitContent {
  const list = (messageNumber: number): readonly FitFields[] => {
    const profile = Profile.messages[messageNumber];
    const found = (profile && messages[profile.messagesKey]) ?? [];
    return isRaw ? found.map((fields) => scaled(messageNumber, fields)) : found;
  };
  return {
    fileIds: list(FIT_MESSAGE.fileId),
    records:
      records ??
      collectFitRecords(messages.recordMesgs ?? [], messages.fieldDescriptionMesgs ?? [], isRaw),
    activities: list(FIT_MESSAGE.activity),
    sessions: list(FIT_MESSAGE.session),
    laps: list(FIT_MESSAGE.lap),
    lengths: list(FIT_MESSAGE.length),
    sets: list(FIT_MESSAGE.set),
    events: list(FIT_MESSAGE.event),
    sports: list(FIT_MESSAGE.sport),
    workouts: list(FIT_MESSAGE.workout),
    workoutSteps: list(FIT_MESSAGE.workoutStep),
    deviceInfos: list(FIT_MESSAGE.deviceInfo),
    timesInZone: list(FIT_MESSAGE.timeInZone),
    zonesTargets: list(FIT_MESSAGE.zonesTarget),
    hrZones: list(FIT_MESSAGE.hrZone),
    powerZones: list(FIT_MESSAGE.powerZone),
    userProfiles: list(FIT_MESSAGE.userProfile),
    weatherConditions: list(FIT_MESSAGE.weatherConditions),
    diveSummaries: list(FIT_MESSAGE.diveSummary),
  };
}

type Scaling = { readonly scale: number; readonly offset: number };
const scalings = new Map<number, ReadonlyMap<string, Scaling>>();

/** Scale and offset by field name; fields without either are left out. */
function scalingsOf(messageNumber: number): ReadonlyMap<string, Scaling> {
  const known = scalings.get(messageNumber);
  if (known) return known;
  const fields = Object.values(Profile.messages[messageNumber]?.fields ?? {});
  const found = new Map(
    fields.flatMap((field): [string, Scaling][] => {
      const [scale, offset] = [single(field.scale, 1), single(field.offset, 0)];
      return scale === 1 && offset === 0 ? [] : [[field.name, { scale, offset }]];
    }),
  );
  scalings.set(messageNumber, found);
  return found;
}

/** Several scales belong to components, which are not expanded here. */
function single(value: number | number[] | undefined, otherwise: number): number {
  const values = [value ?? otherwise].flat();
  return values.length === 1 ? (values[0] ?? otherwise) : otherwise;
}

function scaled(messageNumber: number, fields: FitFields): FitFields {
  const result: Record<string, unknown> = { ...fields };
  for (const [name, { scale, offset }] of scalingsOf(messageNumber)) {
    const value = fields[name];
    const apply = (raw: unknown) => (typeof raw === "number" ? raw / scale - offset : raw);
    if (value !== undefined) result[name] = Array.isArray(value) ? value.map(apply) : apply(value);
  }
  return result;
}
