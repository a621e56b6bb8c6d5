import type { TimedColumns } from "../columns/timed-columns";
import { MAX_SAMPLES } from "../limits";
import { Refusal } from "../refusal";
import { type ChosenFields, chooseFitFields, developerFieldKey } from "./choose-fit-fields";
import { fitCrc } from "./fit-crc";
import { type FitDefinition, type FitField, parseFitDefinition } from "./fit-definition";
import { FitRecordColumns, type RecordLayout, recordLayout } from "./fit-record-columns";
import { FIT_MESSAGE, NATIVE_CHANNEL_FIELDS, RECORD_FIELD } from "./fit-wanted";

/**
 * truncated: the file ends early · checksum: complete but altered · framing: from some
 * byte on its messages make no sense.
 */
export type FitDamage = "truncated" | "checksum" | "framing";

/** A file cut down to what the reader uses, for the SDK's `dataOnly` mode. */
export type FitProjection = {
  /** Definitions and data of the wanted fields, then two bytes in place of the checksum. */
  readonly data: ArrayBuffer;
  /** The records, which are then not in `data`; null where only the SDK can read them. */
  readonly records: TimedColumns | null;
  readonly damage: FitDamage | null;
  /** Component fields are needed: heart rate messages of a swim, or compressed speed. */
  readonly needsExpansion: boolean;
};

type LocalMessage = {
  readonly definition: FitDefinition;
  /** offset, length pairs to copy, joined where they touch; null = dropped. */
  readonly spans: Uint16Array | null;
  /** Of a record that goes into columns instead. */
  readonly layout: RecordLayout | null;
};

/** Thrown inside: these records are not for columns. */
class NeedsSdk extends Error {}

const CRC_SIZE = 2;
const COMPRESSED_TIMESTAMP = 0x80;
const DEFINITION = 0x40;
const HAS_DEVELOPER_FIELDS = 0x20;
const LOCAL_NUMBER = 0x0f;

/** True when a FIT file header starts at `at`. */
export function isFitAt(bytes: Uint8Array, at: number): boolean {
  const headerSize = bytes[at];
  return (
    (headerSize === 12 || headerSize === 14) &&
    bytes[at + 8] === 0x2e &&
    bytes[at + 9] === 0x46 &&
    bytes[at + 10] === 0x49 &&
    bytes[at + 11] === 0x54
  );
}

/**
 * Walks the file once, puts the records into columns and copies what else the reader needs:
 * the SDK spends its time per field, so it then decodes a fraction of the file. Where the
 * records are no plain numbers they are copied as well. Chained files become one run. Null
 * when the file uses compressed timestamps (which the SDK cannot decode) or is no FIT. Throws
 * Refusal when it holds more messages than any recording.
 */
export function projectFit(bytes: Uint8Array): FitProjection | null {
  if (!isFitAt(bytes, 0)) return null;
  try {
    return projectedBy(new FitProjector(bytes, new FitRecordColumns()));
  } catch (error) {
    if (!(error instanceof NeedsSdk)) throw error;
    return projectedBy(new FitProjector(bytes, null));
  }
}

function projectedBy(projector: FitProjector): FitProjection | null {
  return projector.run() ? projector.result() : null;
}

class FitProjector {
  readonly #input: Uint8Array;
  readonly #view: DataView;
  readonly #records: FitRecordColumns | null;
  readonly #output: Uint8Array;
  readonly #locals: (LocalMessage | undefined)[] = [];
  readonly #native = new Set<string>();
  #at = 0;
  #end = 0;
  #written = 0;
  #taken = 0;
  #needsExpansion = false;
  #damage: FitDamage | null = null;

  constructor(input: Uint8Array, records: FitRecordColumns | null) {
    this.#input = input;
    this.#view = new DataView(input.buffer, input.byteOffset, input.length);
    this.#records = records;
    this.#output = new Uint8Array(input.length + CRC_SIZE);
  }

  /** False when a message has a compressed timestamp. */
  run(): boolean {
    while (this.#damage === null && isFitAt(this.#input, this.#at)) {
      if (!this.#file()) return false;
    }
    return true;
  }

  result(): FitProjection {
    return {
      data: this.#output.buffer.slice(0, this.#written + CRC_SIZE) as ArrayBuffer,
      records: this.#records?.columns() ?? null,
      damage: this.#damage,
      needsExpansion: this.#needsExpansion,
    };
  }

  #file(): boolean {
    const start = this.#at;
    const input = this.#input;
    const view = this.#view;
    const headerSize = view.getUint8(start);
    const declared = view.getUint32(start + 4, true);
    const dataEnd = start + headerSize + declared;
    // A device that lost power leaves 0 in the header: then the data run to the end.
    const isWhole = declared > 0 && dataEnd + CRC_SIZE <= input.length;
    this.#at = start + headerSize;
    this.#end = declared > 0 ? Math.min(dataEnd, input.length) : input.length;
    while (this.#at < this.#end && this.#damage === null) {
      if ((input[this.#at] as number) & COMPRESSED_TIMESTAMP) return false;
      this.#damage = this.#message();
    }
    if (!isWhole) this.#damage ??= "truncated";
    if (this.#damage !== null) return true;
    const stored = view.getUint16(dataEnd, true);
    // Some recorders write 0 for "not computed".
    if (stored !== 0 && stored !== fitCrc(input, start, dataEnd)) this.#damage = "checksum";
    this.#at = dataEnd + CRC_SIZE;
    return true;
  }

  #message(): FitDamage | null {
    const header = this.#input[this.#at] as number;
    if (header & DEFINITION) return this.#definition(header);
    const local = this.#locals[header & LOCAL_NUMBER];
    if (local === undefined) return "framing";
    const next = this.#at + 1 + local.definition.dataSize;
    if (next > this.#end) return "truncated";
    if (local.layout !== null) this.#add(local.layout);
    else if (local.spans !== null) this.#copy(header & LOCAL_NUMBER, local.spans);
    if (local.definition.messageNumber === FIT_MESSAGE.fieldDescription) {
      this.#noteNativeField(local.definition);
    }
    this.#at = next;
    return null;
  }

  #definition(header: number): FitDamage | null {
    const definition = parseFitDefinition(this.#input, this.#at, this.#end);
    if (definition === null) return "truncated";
    const chosen = chooseFitFields(definition, this.#native);
    const layout = this.#records && chosen && columnLayout(definition, chosen);
    this.#locals[header & LOCAL_NUMBER] = {
      definition,
      layout,
      spans: chosen && spansOf([...chosen.fields, ...chosen.developerFields]),
    };
    if (chosen !== null && layout === null) {
      this.#needsExpansion ||= needsComponents(definition, chosen);
      this.#writeDefinition(header & LOCAL_NUMBER, chosen);
    }
    this.#at += definition.size;
    return null;
  }

  #add(layout: RecordLayout): void {
    this.#count();
    this.#records?.add(this.#view, this.#at + 1, layout);
  }

  #count(): void {
    this.#taken += 1;
    if (this.#taken > MAX_SAMPLES) throw new Refusal("too_many_samples");
  }

  #copy(localNumber: number, spans: Uint16Array): void {
    this.#count();
    const input = this.#input;
    const output = this.#output;
    const body = this.#at + 1;
    let to = this.#written;
    output[to++] = localNumber;
    for (let i = 0; i < spans.length; i += 2) {
      const from = body + (spans[i] as number);
      const end = from + (spans[i + 1] as number);
      for (let j = from; j < end; j++) output[to++] = input[j] as number;
    }
    this.#written = to;
  }

  #writeDefinition(localNumber: number, chosen: ChosenFields): void {
    const hasDeveloper = chosen.developerFields.length > 0;
    this.#write([DEFINITION | localNumber | (hasDeveloper ? HAS_DEVELOPER_FIELDS : 0)]);
    // reserved, architecture and message number stay as they are
    this.#write(this.#input.subarray(this.#at + 1, this.#at + 5));
    this.#writeFields(chosen.fields);
    if (hasDeveloper) this.#writeFields(chosen.developerFields);
  }

  #writeFields(fields: readonly FitField[]): void {
    this.#write([fields.length]);
    for (const { number, size, type } of fields) this.#write([number, size, type]);
  }

  #write(bytes: ArrayLike<number>): void {
    this.#output.set(bytes, this.#written);
    this.#written += bytes.length;
  }

  /** Remembers a developer field that says which native record field it stands for. */
  #noteNativeField(definition: FitDefinition): void {
    const byteOf = (number: number): number | null => {
      const field = definition.fields.find((candidate) => candidate.number === number);
      return field ? (this.#input[this.#at + 1 + field.offset] as number) : null;
    };
    const [developer, field, native] = [byteOf(0), byteOf(1), byteOf(15)];
    if (developer === null || field === null || native === null) return;
    if (NATIVE_CHANNEL_FIELDS.has(native)) {
      this.#native.add(developerFieldKey(developer, field));
    }
  }
}

/** Of records; null for other messages. Throws NeedsSdk when columns cannot hold the records. */
function columnLayout(definition: FitDefinition, chosen: ChosenFields): RecordLayout | null {
  if (definition.messageNumber === FIT_MESSAGE.hr) throw new NeedsSdk();
  if (definition.messageNumber !== FIT_MESSAGE.record) return null;
  const layout = recordLayout(chosen, definition.isLittleEndian);
  if (layout === null) throw new NeedsSdk();
  return layout;
}

function needsComponents(definition: FitDefinition, chosen: ChosenFields): boolean {
  if (definition.messageNumber === FIT_MESSAGE.hr) return true;
  return (
    definition.messageNumber === FIT_MESSAGE.record &&
    chosen.fields.some(({ number }) => number === RECORD_FIELD.compressedSpeedDistance)
  );
}

function spansOf(fields: readonly FitField[]): Uint16Array {
  const spans: number[] = [];
  for (const { offset, size } of fields) {
    const last = spans.length - 2;
    const isTouching = last >= 0 && (spans[last] ?? 0) + (spans[last + 1] ?? 0) === offset;
    if (isTouching) spans[last + 1] = (spans[last + 1] ?? 0) + size;
    else spans.push(offset, size);
  }
  return Uint16Array.from(spans);
}
