import { isFitAt } from "./fit/project-fit";

const FIT_EPOCH_S = 631_065_600;
const DEFINITION = 0x40;
const TIMESTAMP = 253;
const TIME_CREATED = 4;
const UINT32 = 0x86;
const FIRST_TEXT_BYTES = 16_384;
const TIME_IN_XML = /<(?:time|Id|Time)>\s*(\d{4}-\d{2}-\d{2}T[^<]{5,40})</;
const DAY_IN_JSON = /"(?:calendarDate|date|summaryDate)"\s*:\s*"?(\d{4}-\d{2}-\d{2})/;
/** Before the first recording watches, and a while into the future: a clock that was never set. */
const FIRST_S = 946_684_800;

/**
 * When a file was recorded, by a glance at its first bytes, to decide which is read first;
 * null when they do not tell. Never wrong by intent, never relied on.
 */
export function recordedAt(head: Uint8Array): Date | null {
  const seconds = isFitAt(head, 0) ? fitCreated(head) : textTime(head);
  return seconds !== null && seconds > FIRST_S ? new Date(seconds * 1000) : null;
}

/** The instant in the first message of a FIT file, which says when the file was begun. */
function fitCreated(head: Uint8Array): number | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const at = head[0] as number;
  const count = head[at + 5];
  if (count === undefined || ((head[at] as number) & DEFINITION) === 0) return null;
  const isLittleEndian = head[at + 2] === 0;
  let offset = at + 6 + count * 3 + 1;
  for (let field = at + 6; field < at + 6 + count * 3; field += 3) {
    const [number, size, type] = [head[field], head[field + 1] ?? 0, head[field + 2]];
    const isInstant = (number === TIMESTAMP || number === TIME_CREATED) && type === UINT32;
    if (isInstant && offset + 4 <= head.length) {
      return view.getUint32(offset, isLittleEndian) + FIT_EPOCH_S;
    }
    offset += size;
  }
  return null;
}

function textTime(head: Uint8Array): number | null {
  const text = new TextDecoder("latin1").decode(head.subarray(0, FIRST_TEXT_BYTES));
  const found = TIME_IN_XML.exec(text)?.[1] ?? DAY_IN_JSON.exec(text)?.[1];
  const ms = found === undefined ? Number.NaN : Date.parse(found);
  return Number.isNaN(ms) ? null : ms / 1000;
}
