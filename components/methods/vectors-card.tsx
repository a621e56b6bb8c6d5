import { CircleCheck, CircleX } from "lucide";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Icon } from "@/components/ui/icon";
import type { CheckedVector } from "@/lib/methods/check-method";

/** The reference vectors of a method as this build answers them now. */
export function VectorsCard({ vectors }: { vectors: readonly CheckedVector[] }) {
  const passed = vectors.filter((vector) => vector.isPassed).length;
  return (
    <Card aria-labelledby="vectors">
      <CardHeader
        id="vectors"
        title="Checked by this build"
        aside={vectors.length === 0 ? undefined : `${passed} of ${vectors.length} pass`}
      />
      {vectors.length === 0 ? (
        <p className="text-sm text-muted">
          A definition or a set of rules: there is no single published number to hold it against.
          The tests of the code try its cases.
        </p>
      ) : (
        <>
          <p className="mb-2 text-sm text-muted">
            Worked out just now by the code that makes your numbers, beside what the published
            formula gives.
          </p>
          <ul>
            {vectors.map((vector) => (
              <VectorItem key={vector.id} vector={vector} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function VectorItem({ vector }: { vector: CheckedVector }) {
  const { about, isPassed, lines, reason } = vector;
  return (
    <li className="border-t border-line py-3 text-sm last:pb-0">
      <div className="flex items-start justify-between gap-3">
        <p>{about}</p>
        <span
          className={`inline-flex shrink-0 items-center gap-1.5 font-medium ${isPassed ? "text-go" : "text-rest"}`}
        >
          <Icon of={isPassed ? CircleCheck : CircleX} className="size-4" />
          {isPassed ? "pass" : "fail"}
        </span>
      </div>
      <dl className="mt-1 flex flex-col gap-0.5 text-muted tabular-nums">
        {lines.map(({ name, got, expected }) => (
          <div key={name} className="flex flex-wrap gap-x-1.5">
            <dt>{name}</dt>
            <dd className="min-w-0 break-words">
              <b className="font-semibold text-ink">{got}</b>, expected {expected}
            </dd>
          </div>
        ))}
      </dl>
      {reason === null ? null : <p className="mt-1 text-rest">{reason}</p>}
    </li>
  );
}
