import Link from "next/link";
import { type ReactNode, useId } from "react";
import { methodOfFormula } from "@/lib/methods/find-method";
import type { MethodSlug } from "@/lib/methods/method-catalogue";
import { methodHref } from "@/lib/methods/method-href";
import type { MetricValue } from "@/lib/training/activity/activity-types";
import { cn } from "@/lib/utils";
import { formulaNote } from "./formula-notes";

type Props = {
  label: string;
  metric?: MetricValue | undefined;
  /** The method page of a number without a formula of its own. */
  method?: MethodSlug | undefined;
  /** What it was worked out from, in a sentence. */
  inputs?: string | null;
  /** Instead of, or after, what the formula says. */
  children?: ReactNode;
  className?: string;
};

/** The name of a number; pressing it shows how the number came about. Needs no script. */
export function MetricReceipt({ label, metric, method, inputs, children, className }: Props) {
  const id = useId();
  const page = (metric && methodOfFormula(metric.formula)?.slug) ?? method;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={cn(
          "min-h-6 rounded-sm text-left underline decoration-line decoration-dotted underline-offset-4 hover:text-ink hover:decoration-faint",
          className,
        )}
      >
        {label}
      </button>
      <div
        id={id}
        popover="auto"
        role="note"
        className="tooltip-panel w-[min(20rem,calc(100vw-2rem))] rounded-control border border-line bg-surface p-3 text-left text-sm font-normal text-ink shadow-lg"
      >
        <p className="font-medium">{label}</p>
        {metric === undefined ? null : <Receipt metric={metric} inputs={inputs ?? null} />}
        {children === undefined ? null : <div className="mt-1 text-muted">{children}</div>}
        {page === undefined ? null : (
          <Link
            href={methodHref(page)}
            prefetch={false}
            aria-label={`How it is computed: ${label}`}
            className="mt-1 -mb-1 inline-flex min-h-8 items-center font-medium text-accent hover:underline max-md:min-h-11"
          >
            How it is computed
          </Link>
        )}
      </div>
    </>
  );
}

function Receipt({ metric, inputs }: { metric: MetricValue; inputs: string | null }) {
  const note = formulaNote(metric.formula);
  const [formula, version] = metric.formula.split("@");
  return (
    <>
      {metric.reason === undefined ? null : <p className="mt-1">No value: {metric.reason}</p>}
      {note === null ? null : <p className="mt-1 text-muted">{note}</p>}
      {inputs === null || metric.value === null ? null : <p className="mt-1">{inputs}</p>}
      <p className="mt-2 text-xs text-faint">
        Formula {formula}
        {version === undefined ? null : `, version ${version}`}
        {metric.unit === "" ? null : ` · ${metric.unit}`}
      </p>
    </>
  );
}
