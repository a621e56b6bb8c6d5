const RADIUS = 50;
const LENGTH = 2 * Math.PI * RADIUS;

const ARC = {
  green: "stroke-go-fill",
  yellow: "stroke-ease-fill",
  red: "stroke-rest-fill",
} as const;

type ScoreRingProps = {
  /** 0-100; null when there is no score. */
  readonly score: number | null;
  readonly band: keyof typeof ARC | null;
  readonly label: string;
};

/** One number of 100 with its arc; without a number the ring stays empty. */
export function ScoreRing({ score, band, label }: ScoreRingProps) {
  const arc = score === null ? 0 : (Math.min(100, Math.max(0, score)) / 100) * LENGTH;
  return (
    <svg
      viewBox="0 0 116 116"
      className="size-[104px] shrink-0 sm:size-[116px]"
      role="img"
      aria-label={label}
    >
      <g transform="rotate(-90 58 58)" fill="none" strokeWidth="9">
        <circle cx="58" cy="58" r={RADIUS} className="stroke-sunken" />
        {band && score !== null && (
          <circle
            cx="58"
            cy="58"
            r={RADIUS}
            strokeLinecap="round"
            strokeDasharray={`${arc.toFixed(1)} ${LENGTH.toFixed(1)}`}
            className={ARC[band]}
          />
        )}
      </g>
      <text
        x="58"
        y="70"
        textAnchor="middle"
        className={`text-[34px] font-semibold tracking-tight ${score === null ? "fill-faint" : "fill-ink"}`}
      >
        {score === null ? "–" : Math.round(score)}
      </text>
    </svg>
  );
}
