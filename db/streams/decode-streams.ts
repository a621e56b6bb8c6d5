import { inflateRawSync } from "node:zlib";
import type { Channel, ChannelName, Streams } from "@/lib/training/activity/activity-types";
import { ByteReader } from "./byte-reader";
import type { EncodedStreams } from "./encode-streams";
import { STREAM_CODEC, STREAM_COLUMNS } from "./stream-columns";

/** More than any recording can hold: 48 h of nine channels at eight bytes a value. */
const MAX_INFLATED_BYTES = 32 * 1024 * 1024;

/** The streams that `encodeStreams` packed, within each channel's quantum. Throws on another codec. */
export function decodeStreams({ codec, lengthS, content }: EncodedStreams): Streams {
  if (codec !== STREAM_CODEC) throw new RangeError(`Unknown stream encoding: ${codec}`);
  const reader = new ByteReader(inflateRawSync(content, { maxOutputLength: MAX_INFLATED_BYTES }));
  const timerOn = readRuns(reader, lengthS);
  const channels: Partial<Record<ChannelName, Channel>> = {};
  for (let id = reader.unsigned(); id !== 0; id = reader.unsigned()) {
    const column = STREAM_COLUMNS[id - 1];
    if (column === undefined) throw new RangeError(`Unknown stream column: ${id}`);
    channels[column.name] = readChannel(reader, lengthS, column.quantum);
  }
  return { lengthS, timerOn, channels };
}

function readChannel(reader: ByteReader, lengthS: number, quantum: number): Channel {
  const valid = readRuns(reader, lengthS);
  const values = new Float64Array(lengthS);
  // dividing by the inverse gives 12.34 where multiplying gives 12.340000000000002
  const inverse = Math.round(1 / quantum);
  let quantized = 0;
  for (let i = 0; i < lengthS; i++) {
    if (valid[i] !== 1) continue;
    quantized += reader.signed();
    values[i] = quantized / inverse;
  }
  return { values, valid };
}

function readRuns(reader: ByteReader, lengthS: number): Uint8Array {
  const flags = new Uint8Array(lengthS);
  let at = 0;
  let flag = 0;
  do {
    const end = at + reader.unsigned();
    if (end > lengthS) throw new RangeError("The stored streams do not fit their length.");
    if (flag === 1) flags.fill(1, at, end);
    at = end;
    flag = 1 - flag;
  } while (at < lengthS);
  return flags;
}
