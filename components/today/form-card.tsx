import { linePath } from "@/components/charts/line-path";
import { plotScale, pointPercent } from "@/components/charts/plot-scale";
import { rangePath } from "@/components/charts/range-path";
import { Stretched } from "@/components/charts/stretched";
import { valueDomain } from "@/components/charts/value-domain";
import { FORM_BANDS } from "@/components/fitness/form-bands";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import type { FormStripView } from "./prepare-form-strip";

const FRESH = FORM_BANDS[3];

type FormCardProps = {
  readonly strip: FormStripView;
  readonly weekLoad: string;
  /** "28 days to Hamburg"; null without a race ahead. */
  readonly race: string | null;
  readonly className?: string;
};

/** Where am I heading? Six weeks of form, this morning marked, the fresh band behind. */
export function FormCard({ strip, weekLoad, race, className }: FormCardProps) {
  return (
    <Card aria-labelledby="form-strip" className={className}>
      <figure aria-describedby="form-strip-finding">
        <div className="flex items-baseline justify-between gap-3">
          <h2 id="form-strip" className="heading-quiet">
            <MethodLink to="fitness-fatigue-form">Form, last six weeks</MethodLink>
          </h2>
          <span className="text-xs text-faint">{race ?? "shaded: fresh"}</span>
        </div>
        <FormLine form={strip.form} label={strip.formToday} when={strip.when} />
        <figcaption
          id="form-strip-finding"
          className="mt-1 flex items-baseline justify-between gap-3 text-sm text-muted"
        >
          <span>
            <b className="font-semibold text-ink">{strip.fitness}</b> fitness, {strip.trend}
          </span>
          <span>week {weekLoad} load</span>
        </figcaption>
      </figure>
    </Card>
  );
}

function FormLine(props: { form: readonly number[]; label: string; when: string }) {
  const { form } = props;
  const domain = valueDomain([form], [-15, 12], 0.14) ?? { min: -20, max: 20 };
  const y = plotScale(domain.min, domain.max);
  const top = y(Math.min(FRESH.high, domain.max));
  const last = form.at(-1) ?? 0;
  const isHigh = last > (domain.min + domain.max) / 2;
  return (
    <svg
      className="mt-2 block h-24 w-full overflow-visible"
      role="img"
      aria-label={`Form ${props.when}: ${props.label}`}
    >
      <rect
        width="100%"
        y={`${top}%`}
        height={`${y(FRESH.low) - top}%`}
        className="fill-go-soft opacity-70"
      />
      <line x2="100%" y1={`${y(0)}%`} y2={`${y(0)}%`} className="stroke-line" />
      <Stretched viewBox={`-0.5 0 ${form.length} 100`}>
        <path
          d={rangePath(
            form.map(() => 0),
            form,
            y,
          )}
          className="fill-form opacity-10"
        />
        <path
          d={linePath(form, y)}
          fill="none"
          strokeWidth="2.2"
          strokeLinecap="round"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
          className="stroke-form"
        />
      </Stretched>
      <circle
        cx={pointPercent(form.length - 1, form.length)}
        cy={`${y(last)}%`}
        r="5"
        strokeWidth="2.6"
        className="fill-surface stroke-form"
      />
      <text
        x="100%"
        y={`${y(last)}%`}
        dx="-4"
        dy={isHigh ? 22 : -13}
        textAnchor="end"
        strokeWidth="3"
        className="fill-ink stroke-surface text-[11px] font-medium [paint-order:stroke]"
      >
        {props.when} {props.label}
      </text>
    </svg>
  );
}
