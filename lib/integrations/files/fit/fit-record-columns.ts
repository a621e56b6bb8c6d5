import type { ChannelName } from "@/lib/training/activity/activity-types";
import type { TimedColumns } from "../columns/timed-columns";
import type { ChosenFields } from "./choose-fit-fields";
import { FIT_CHANNELS } from "./fit-channels";
import { FIT_EPOCH_S } from "./fit-content";
import { fitNumberReader } from "./fit-number";
import { RECORD_FIELD } from "./fit-wanted";

/** How the records of one definition lie in the file. */
export type RecordLayout = {
  readonly isLittleEndian: boolean;
  readonly fields: readonly RecordLayoutField[];
};

type RecordLayoutField = {
  readonly offset: number;
  /** Index in FIT_CHANNELS; TIME for the timestamp. */
  readonly channel: number;
  /** NaN where the device wrote "no value". */
  readonly read: (view: DataView, at: number, isLittleEndian: boolean) => number;
};

const TIME = -1;
const FIRST_ROWS = 1024;

/**
 * Null when the fields are not all plain numbers (arrays, components, developer fields): such
 * records are left to the SDK.
 */
export function recordLayout(chosen: ChosenFields, isLittleEndian: boolean): RecordLayout | null {
  if (chosen.developerFields.length > 0) return null;
  const fields: RecordLayoutField[] = [];
  for (const { number, size, type, offset } of chosen.fields) {
    const read = fitNumberReader(type, size);
    const channel =
      number === RECORD_FIELD.timestamp
        ? TIME
        : FIT_CHANNELS.findIndex((one) => one.fields.includes(number));
    if (read === null || (channel === TIME && number !== RECORD_FIELD.timestamp)) return null;
    fields.push({ offset, channel, read });
  }
  return { isLittleEndian, fields };
}

/** Records put straight into columns: they are nearly all of a file, and an object each is slow. */
export class FitRecordColumns {
  #count = 0;
  #timeS = new Float64Array(FIRST_ROWS);
  /** By index in FIT_CHANNELS; made at the first value. */
  readonly #columns: (Float64Array | undefined)[] = FIT_CHANNELS.map(() => undefined);

  /** Adds the record whose first field is at `body`. */
  add(view: DataView, body: number, { fields, isLittleEndian }: RecordLayout): void {
    const row = this.#count++;
    if (row === this.#timeS.length) this.#grow();
    this.#timeS[row] = Number.NaN;
    for (const { offset, channel, read } of fields) {
      const value = read(view, body + offset, isLittleEndian);
      if (Number.isNaN(value)) continue;
      if (channel === TIME) this.#timeS[row] = value + FIT_EPOCH_S;
      else this.#column(channel)[row] = value;
    }
  }

  columns(): TimedColumns {
    const channels: Partial<Record<ChannelName, Float64Array>> = {};
    for (const [i, { channel, scale, offset }] of FIT_CHANNELS.entries()) {
      const column = this.#columns[i]?.slice(0, this.#count);
      if (column === undefined) continue;
      for (let row = 0; row < column.length; row++) {
        column[row] = (column[row] as number) / scale - offset;
      }
      channels[channel] = column;
    }
    return { count: this.#count, timeS: this.#timeS.slice(0, this.#count), channels };
  }

  #column(channel: number): Float64Array {
    const known = this.#columns[channel];
    if (known !== undefined) return known;
    const made = new Float64Array(this.#timeS.length).fill(Number.NaN);
    this.#columns[channel] = made;
    return made;
  }

  #grow(): void {
    const length = this.#timeS.length * 2;
    this.#timeS = grown(this.#timeS, length);
    for (const [i, column] of this.#columns.entries()) {
      if (column !== undefined) this.#columns[i] = grown(column, length);
    }
  }
}

function grown(column: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(length).fill(Number.NaN, column.length);
  longer.set(column);
  return longer;
}
