/** How people and models write values; none of it is taken from the code that reads them. */

export const whole = (value: number): string => String(Math.round(value));
export const signed = (value: number): string =>
  value < 0 ? `−${Math.abs(Math.round(value))}` : `+${Math.round(value)}`;
export const minus = (value: number): string =>
  value < 0 ? `minus ${Math.abs(Math.round(value))}` : `plus ${Math.round(value)}`;
export const fixed =
  (digits: number) =>
  (value: number): string =>
    value.toFixed(digits);
export const thousands = (value: number): string =>
  Math.round(value).toLocaleString("en-GB", { useGrouping: true });

/** Minutes of the clock in the ways that they are told. */
export const clockHours = (minutes: number): string =>
  `${Math.floor(minutes / 60)} h ${pad(minutes)}`;
export const tightHours = (minutes: number): string =>
  `${Math.floor(minutes / 60)}h${pad(minutes)}`;
export const longHours = (minutes: number): string =>
  `${Math.floor(minutes / 60)} hours and ${Math.round(minutes % 60)} minutes`;
export const colonHours = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${pad(minutes)}:00`;
export const pace = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`;

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

export function inWords(value: number): string {
  const n = Math.abs(Math.round(value));
  if (n < 20) return ONES[n] ?? "";
  if (n < 100) {
    const ten = TENS[Math.floor(n / 10)] ?? "";
    return n % 10 === 0 ? ten : `${ten}-${ONES[n % 10]}`;
  }
  const rest = n % 100 === 0 ? "" : ` and ${inWords(n % 100)}`;
  return `${ONES[Math.floor(n / 100)]} hundred${rest}`;
}

function pad(minutes: number): string {
  return String(Math.round(minutes % 60)).padStart(2, "0");
}
