import { formatClock } from "@/lib/dates/format-clock";
import type { RecoveryComponentName, RecoveryScore } from "@/lib/training/recovery/recovery-types";

const NAMES: Readonly<Record<RecoveryComponentName, string>> = {
  hrv: "HRV",
  rhr: "resting HR",
  sleep: "sleep",
  stress: "stress",
};

export type Freshness = {
  readonly short: string;
  readonly rest: string;
  /** A sentence or two more, for every screen. */
  readonly note: string | null;
};

/**
 * When the answer was made and what of: "Updated 06:04" and " from HRV and sleep; check-in
 * 06:11. Stress not in yet.". A phone has room for the first half.
 */
export function freshnessLine(
  morning: { readonly computedAt: Date; readonly recovery: RecoveryScore },
  checkedInAt: Date | null,
  timeZone: string,
  note: string | null = null,
): Freshness {
  const of = (isPresent: boolean) =>
    morning.recovery.contributions
      .filter((one) => (one.value !== null) === isPresent && one.reasonCode === undefined)
      .map((one) => NAMES[one.component]);
  const present = of(true);
  const missing = of(false);
  const from = present.length > 0 ? ` from ${inWords(present)}` : "";
  const checkIn = checkedInAt ? `; check-in ${formatClock(checkedInAt, timeZone)}` : "";
  // The note says it at more length.
  const lacking =
    missing.length > 0 && note === null ? `. ${capital(inWords(missing))} not in yet` : "";
  return {
    short: `Updated ${formatClock(morning.computedAt, timeZone)}`,
    rest: `${from}${checkIn}${lacking}`,
    note,
  };
}

function inWords(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? "")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
