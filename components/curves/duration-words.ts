/** A round length of time as people say it: "5 s", "20 min", "1 h 30 min". */
export function durationWords(seconds: number): string {
  if (seconds < 60 || (seconds < 120 && seconds % 60 !== 0)) return `${seconds} s`;
  const minutes = seconds / 60;
  if (minutes < 60) return `${trimmed(minutes)} min`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  return rest === 0 ? `${hours} h` : `${hours} h ${trimmed(rest)} min`;
}

function trimmed(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
