/** Borg's CR-10 in words. */
const WORDS = [
  "rest",
  "very easy",
  "easy",
  "moderate",
  "somewhat hard",
  "hard",
  "hard and a bit",
  "very hard",
  "very hard and a bit",
  "close to the limit",
  "maximal",
] as const;
const RATINGS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** "hard" for 5. */
export function effortWord(rating: number): string {
  return WORDS[Math.round(rating)] ?? "";
}

type Props = {
  activityId: string;
  /** 1-10; null while it is not rated. */
  rating: number | null;
  onRate: (rating: number) => void;
  isDisabled?: boolean;
};

/** The ten ratings of felt effort, side by side. Stands in a fieldset that asks the question. */
export function EffortScale({ activityId, rating, onRate, isDisabled = false }: Props) {
  return (
    <div className="grid grid-cols-5 gap-1.5 @xs:grid-cols-10">
      {RATINGS.map((one) => (
        <label
          key={one}
          className="relative flex min-h-9 cursor-pointer items-center justify-center rounded-control border border-line text-sm font-medium text-muted tabular-nums hover:text-ink has-checked:border-transparent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent max-md:min-h-11"
        >
          <input
            type="radio"
            name={`effort-${activityId}`}
            checked={rating === one}
            onChange={() => onRate(one)}
            disabled={isDisabled}
            className="absolute inset-0 cursor-pointer appearance-none opacity-0"
          />
          <span aria-hidden="true">{one}</span>
          <span className="sr-only">
            {one}, {WORDS[one]}
          </span>
        </label>
      ))}
    </div>
  );
}
