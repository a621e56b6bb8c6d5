import { Input } from "@/components/ui/input";
import type { Stretch } from "@/lib/training/activity/activity-edit";
import { formatDuration } from "@/lib/units/format-duration";
import { clockSeconds } from "./clock-seconds";

type Props = {
  /** Seconds until the end of the recording. */
  lengthS: number;
  /** What stands in the fields at first. */
  stretch: Stretch | null;
};

/** Two times on the activity's clock, "from" and "to" of the form around them. */
export function StretchFields({ lengthS, stretch }: Props) {
  return (
    <>
      <Clock label="From" name="from" placeholder="0:00" seconds={stretch?.fromS ?? null} />
      <span aria-hidden="true" className="text-sm text-muted">
        to
      </span>
      <Clock
        label="To"
        name="to"
        placeholder={formatDuration(lengthS)}
        seconds={stretch?.toS ?? null}
      />
    </>
  );
}

type ClockProps = { label: string; name: string; placeholder: string; seconds: number | null };

function Clock({ label, name, placeholder, seconds }: ClockProps) {
  return (
    <Input
      name={name}
      aria-label={label}
      inputMode="text"
      autoComplete="off"
      placeholder={placeholder}
      defaultValue={seconds === null ? "" : formatDuration(seconds)}
      className="min-w-0 flex-1"
    />
  );
}

/** The stretch that a form with `StretchFields` gives, or what is wrong with it in a sentence. */
export function readStretch(
  data: FormData,
  lengthS: number,
): { readonly stretch: Stretch } | { readonly mistake: string } {
  const fromS = clockSeconds(String(data.get("from")));
  const toS = clockSeconds(String(data.get("to")));
  if (fromS === null || toS === null) return { mistake: "Give both times, as 12:30 or 1:05:00." };
  if (toS <= fromS) return { mistake: "The end must be after the beginning." };
  if (fromS >= lengthS) return { mistake: `The activity ends at ${formatDuration(lengthS)}.` };
  return { stretch: { fromS, toS: Math.min(toS, Math.ceil(lengthS)) } };
}
