import { linePath } from "./line-path";
import { PLOT_COLOURS } from "./plot-colours";
import type { PlotColour, Values } from "./plot-model";
import { plotScale, pointPercent } from "./plot-scale";
import { Stretched } from "./stretched";
import { valueDomain } from "./value-domain";

type SparklineProps = {
  readonly values: Values;
  /** The athlete's own normal range; null until it is known. */
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly colour: PlotColour;
  readonly label: string;
};

/** A line in its normal range, the newest value as a dot. A missing night is a gap. */
export function Sparkline({ values, range, colour, label }: SparklineProps) {
  const domain = valueDomain([values], range ? [range.low, range.high] : [], 0.12);
  const { stroke, fill } = PLOT_COLOURS[colour];
  if (!domain) return <svg className="h-9 w-full" role="img" aria-label={`${label}: no data`} />;
  const y = plotScale(domain.min, domain.max);
  const last = values.at(-1) ?? null;
  return (
    <svg className="h-9 w-full overflow-visible" role="img" aria-label={label}>
      {range && (
        <rect
          width="100%"
          y={`${y(range.high)}%`}
          height={`${y(range.low) - y(range.high)}%`}
          rx="3"
          className="fill-go-soft"
        />
      )}
      <Stretched viewBox={`-0.5 0 ${values.length} 100`}>
        <path
          d={linePath(values, y)}
          fill="none"
          strokeWidth="1.7"
          strokeLinecap="round"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
          className={stroke}
        />
      </Stretched>
      {last !== null && (
        <circle
          cx={pointPercent(values.length - 1, values.length)}
          cy={`${y(last)}%`}
          r="3.2"
          className={fill}
        />
      )}
    </svg>
  );
}
