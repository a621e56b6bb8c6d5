const CLOCK = /^(?:(\d+):)?(\d+):(\d{2}(?:\.\d+)?)$/;
const WORDS =
  /^(?:(\d+(?:\.\d+)?)\s*h(?:ours?|rs?)?)?\s*(?:(\d+(?:\.\d+)?)\s*m(?:in(?:utes?|s)?)?)?\s*(?:(\d+(?:\.\d+)?)\s*s(?:ec(?:onds?|s)?)?)?$/;

/**
 * Seconds from what people type: "1:02:30", "45:10", "1h 20m", "90 min", "45s".
 * A bare number is minutes. Null when it is none of these.
 */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === "") return null;
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) return Number(trimmed) * 60;
  const clock = CLOCK.exec(trimmed);
  if (clock) return fromClock(clock[1], Number(clock[2]), Number(clock[3]));
  const words = WORDS.exec(trimmed);
  if (!words) return null;
  return Number(words[1] ?? 0) * 3600 + Number(words[2] ?? 0) * 60 + Number(words[3] ?? 0);
}

function fromClock(hours: string | undefined, minutes: number, seconds: number): number | null {
  if (seconds >= 60 || (hours !== undefined && minutes >= 60)) return null;
  return Number(hours ?? 0) * 3600 + minutes * 60 + seconds;
}
