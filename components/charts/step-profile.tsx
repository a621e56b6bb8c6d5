import { Stretched } from "./stretched";

export type ProfileStep = {
  readonly durationS: number;
  /** 1-7. */
  readonly zone: number;
};

const ZONE_MARK = [
  "fill-z1 stroke-z1",
  "fill-z2 stroke-z2",
  "fill-z3 stroke-z3",
  "fill-z4 stroke-z4",
  "fill-z5 stroke-z5",
  "fill-z6 stroke-z6",
  "fill-z7 stroke-z7",
] as const;
const HEIGHT = [42, 56, 70, 82, 92, 97, 100] as const;
const GAP = 14;

/**
 * The shape of a workout: width is time, height and colour are the zone. One path per
 * zone; the rounded corners are the strokes' joins, so that they do not stretch.
 */
export function StepProfile(props: { steps: readonly ProfileStep[]; label: string }) {
  const paths = zonePaths(props.steps);
  return (
    <svg className="h-16 w-full" role="img" aria-label={props.label}>
      <Stretched viewBox="0 0 1000 100">
        {paths.map(({ zone, d }) => (
          <path
            key={zone}
            d={d}
            strokeWidth="2"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
            className={ZONE_MARK[zone - 1]}
          />
        ))}
      </Stretched>
    </svg>
  );
}

function zonePaths(steps: readonly ProfileStep[]): { zone: number; d: string }[] {
  const total = steps.reduce((sum, step) => sum + step.durationS, 0);
  const byZone = new Map<number, string>();
  let startS = 0;
  for (const step of steps) {
    const zone = Math.min(7, Math.max(1, Math.round(step.zone)));
    const left = Math.round((startS / total) * 1000 + GAP / 2 + 1);
    const right = Math.max(
      left + 1,
      Math.round(((startS + step.durationS) / total) * 1000 - GAP / 2),
    );
    const top = 100 - (HEIGHT[zone - 1] ?? 100) + 3;
    byZone.set(zone, `${byZone.get(zone) ?? ""}M${left},97V${top}H${right}V97z`);
    startS += step.durationS;
  }
  return [...byZone].map(([zone, d]) => ({ zone, d }));
}
