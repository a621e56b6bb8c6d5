import type { FitDefinition, FitField } from "./fit-definition";
import { FIT_MESSAGE, RECORD_FIELD, WANTED_FIELDS } from "./fit-wanted";

/** Developer fields that carry a native field of a record, as "developer:field". */
export type NativeDeveloperFields = ReadonlySet<string>;

export type ChosenFields = {
  readonly fields: readonly FitField[];
  readonly developerFields: readonly FitField[];
};

const HIGHEST_BASE_TYPE = 16;
const REPLACED_BY: ReadonlyMap<number, number> = new Map([
  [RECORD_FIELD.speed, RECORD_FIELD.enhancedSpeed],
  [RECORD_FIELD.altitude, RECORD_FIELD.enhancedAltitude],
  [RECORD_FIELD.compressedSpeedDistance, RECORD_FIELD.distance],
]);

/** The part of a message that the reader uses; null when it uses none of it. */
export function chooseFitFields(
  definition: FitDefinition,
  native: NativeDeveloperFields,
): ChosenFields | null {
  const wanted = WANTED_FIELDS.get(definition.messageNumber);
  if (wanted === undefined) return null;
  const readable = definition.fields.filter((field) => (field.type & 0x1f) <= HIGHEST_BASE_TYPE);
  if (wanted === "every") return { fields: readable, developerFields: [] };
  const present = new Set(readable.map((field) => field.number));
  const isRecord = definition.messageNumber === FIT_MESSAGE.record;
  const fields = readable.filter(
    ({ number }) => wanted.has(number) && !(isRecord && present.has(REPLACED_BY.get(number) ?? -1)),
  );
  const developerFields = isRecord
    ? definition.developerFields.filter(({ type, number }) =>
        native.has(developerFieldKey(type, number)),
      )
    : [];
  return fields.length > 0 ? { fields, developerFields } : null;
}

export function developerFieldKey(developer: number, field: number): string {
  return `${developer}:${field}`;
}
