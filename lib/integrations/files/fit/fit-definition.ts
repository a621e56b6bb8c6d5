/** One field as a FIT definition message lists it. */
export type FitField = {
  readonly number: number;
  readonly size: number;
  /** Base type; for a developer field the index of its developer. */
  readonly type: number;
  /** Offset in the data message, after its header byte. */
  readonly offset: number;
};

export type FitDefinition = {
  readonly messageNumber: number;
  readonly isLittleEndian: boolean;
  readonly fields: readonly FitField[];
  readonly developerFields: readonly FitField[];
  /** Bytes of one data message, without its header byte. */
  readonly dataSize: number;
  /** Bytes of the definition message itself. */
  readonly size: number;
};

const HAS_DEVELOPER_FIELDS = 0x20;

/** Parses the definition message at `at`; null when it runs past `end`. */
export function parseFitDefinition(
  bytes: Uint8Array,
  at: number,
  end: number,
): FitDefinition | null {
  if (at + 6 > end) return null;
  const byte = (offset: number): number => bytes[at + offset] as number;
  const isLittleEndian = byte(2) === 0;
  const fields = parseFields(bytes, at + 5, end, 0);
  if (fields === null) return null;
  const nativeSize = sumSizes(fields);
  let size = 6 + fields.length * 3;
  let developerFields: FitField[] = [];
  if (byte(0) & HAS_DEVELOPER_FIELDS) {
    const parsed = parseFields(bytes, at + size, end, nativeSize);
    if (parsed === null) return null;
    developerFields = parsed;
    size += 1 + parsed.length * 3;
  }
  return {
    messageNumber: isLittleEndian ? byte(3) | (byte(4) << 8) : byte(4) | (byte(3) << 8),
    isLittleEndian,
    fields,
    developerFields,
    dataSize: nativeSize + sumSizes(developerFields),
    size,
  };
}

/** A count byte followed by three bytes a field. */
function parseFields(
  bytes: Uint8Array,
  at: number,
  end: number,
  firstOffset: number,
): FitField[] | null {
  const count = bytes[at];
  if (count === undefined || at + 1 + count * 3 > end) return null;
  const fields: FitField[] = [];
  let offset = firstOffset;
  for (let i = at + 1; fields.length < count; i += 3) {
    const size = bytes[i + 1] as number;
    fields.push({ number: bytes[i] as number, size, type: bytes[i + 2] as number, offset });
    offset += size;
  }
  return fields;
}

function sumSizes(fields: readonly FitField[]): number {
  return fields.reduce((sum, field) => sum + field.size, 0);
}
