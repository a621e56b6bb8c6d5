import { Card } from "@/components/ui/card";
import { clockFromMinute } from "@/lib/dates/format-clock";
import { formatHours } from "@/lib/units/format-hours";

type EveningCardProps = {
  readonly morningMinute: number;
  /** The athlete's median night; null below a week of nights. */
  readonly usualSleepS: number | null;
};

/** From eight in the evening: what tomorrow is made of. */
export function EveningCard({ morningMinute, usualSleepS }: EveningCardProps) {
  return (
    <Card aria-labelledby="evening">
      <h2 id="evening" className="heading-quiet">
        Tomorrow
      </h2>
      <p className="mt-1 text-sm text-muted">
        Made at {clockFromMinute(morningMinute)} from tonight.{" "}
        {usualSleepS !== null && (
          <>
            Your usual night is {formatHours(usualSleepS)}: asleep by{" "}
            <b className="font-semibold text-ink">
              {clockFromMinute(morningMinute - usualSleepS / 60)}
            </b>{" "}
            keeps it.
          </>
        )}
      </p>
    </Card>
  );
}
