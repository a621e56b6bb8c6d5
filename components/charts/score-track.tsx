const DOT = { go: "fill-go", ease: "fill-ease", rest: "fill-rest" } as const;

type ScoreTrackProps = { readonly score: number; readonly tone: keyof typeof DOT };

/** A score of 100 as a dot on its track. */
export function ScoreTrack({ score, tone }: ScoreTrackProps) {
  return (
    <svg className="h-2.5 w-full overflow-visible" aria-hidden="true">
      <rect width="100%" height="10" rx="5" className="fill-sunken" />
      <circle cx={`${Math.min(97, Math.max(3, score))}%`} cy="5" r="5" className={DOT[tone]} />
    </svg>
  );
}
