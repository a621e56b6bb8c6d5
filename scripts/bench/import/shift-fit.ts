import { fitCrc } from "@/lib/integrations/files/fit/fit-crc";
import {
  type FitDefinition,
  parseFitDefinition,
} from "@/lib/integrations/files/fit/fit-definition";

const HEADER_BYTES = 14;
const CRC_BYTES = 2;
const DEFINITION = 0x40;
const LOCAL_NUMBER = 0x0f;
const TIMESTAMP = 253;
/** Fields other than the timestamp that hold an instant, by message number. */
const INSTANTS: Readonly<Record<number, readonly number[]>> = {
  0: [4],
  18: [2],
  19: [2],
  34: [5],
  101: [2],
};

/** The same recording, `seconds` later: thousands of files from a few that were encoded. */
export function shiftFit(file: Uint8Array, seconds: number): Uint8Array {
  const shifted = file.slice();
  const view = new DataView(shifted.buffer);
  const end = shifted.length - CRC_BYTES;
  const locals: FitDefinition[] = [];
  let at = HEADER_BYTES;
  while (at < end) {
    const header = shifted[at] as number;
    if (header & DEFINITION) {
      const definition = parseFitDefinition(shifted, at, end);
      if (definition === null) throw new RangeError("The generated file is not whole.");
      locals[header & LOCAL_NUMBER] = definition;
      at += definition.size;
      continue;
    }
    const definition = locals[header & LOCAL_NUMBER];
    if (definition === undefined) throw new RangeError("The generated file is not whole.");
    const instants = INSTANTS[definition.messageNumber] ?? [];
    for (const { number, offset } of definition.fields) {
      if (number !== TIMESTAMP && !instants.includes(number)) continue;
      const where = at + 1 + offset;
      view.setUint32(
        where,
        view.getUint32(where, definition.isLittleEndian) + seconds,
        definition.isLittleEndian,
      );
    }
    at += 1 + definition.dataSize;
  }
  view.setUint16(end, fitCrc(shifted, 0, end), true);
  return shifted;
}
