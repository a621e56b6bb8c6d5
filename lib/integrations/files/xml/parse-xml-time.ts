export type XmlTime = {
  readonly epochS: number;
  /** Seconds ahead of UTC when the time names its offset; null for "Z" and for none. */
  readonly utcOffsetS: number | null;
};

const TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** An ISO date and time; without a zone it is UTC, as both formats prescribe. Null if unreadable. */
export function parseXmlTime(text: string): XmlTime | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, day, clock, zone = "Z"] = match;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : "Z";
  const epochS = Date.parse(`${day}T${clock?.replace(",", ".")}${offset}`) / 1000;
  if (!Number.isFinite(epochS)) return null;
  return { epochS, utcOffsetS: offset === "Z" ? null : offsetSeconds(offset) };
}

function offsetSeconds(offset: string): number {
  const seconds = Number(offset.slice(1, 3)) * 3600 + Number(offset.slice(4, 6)) * 60;
  return offset.startsWith("-") ? -seconds : seconds;
}
