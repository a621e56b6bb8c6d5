import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import type { ActivityRecording } from "@/db/queries/activity-recordings";
import type { CombinedField } from "@/lib/training/activity/combine-recordings";
import { RECORDED_FIELDS } from "@/lib/training/activity/field-coverage";
import { FIELD_NAMES } from "./field-names";

type Props = {
  recordings: readonly ActivityRecording[];
  labels: ReadonlyMap<string, string>;
};

const ORDER: readonly CombinedField[] = ["clock", ...RECORDED_FIELDS];

/** Field by field: from which recording, and why from that one. */
export function WhyList({ recordings, labels }: Props) {
  const wins = recordings
    .flatMap(({ id, wins }) => wins.map((win) => ({ ...win, label: labels.get(id) })))
    .toSorted((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field));
  return (
    <Card aria-label="Where each value comes from">
      <CardHeader title="Where each value comes from" />
      {wins.length === 0 ? (
        <p className="text-sm text-muted">
          These recordings wait to be combined: the next import does it.
        </p>
      ) : (
        <dl className="flex flex-col gap-2.5 text-sm">
          {wins.map(({ field, text, label }) => (
            <div key={field}>
              <dt className="font-medium">
                {FIELD_NAMES[field]}: {label}
              </dt>
              <dd className="text-muted">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
