import { bulkhead } from "cockatiel";
import { addDays, daysBetween, earlierDay, type LocalDate } from "@/lib/dates/local-date";
import type { GarminMapping } from "@/lib/integrations/garmin/mapping/garmin-mapping";
import {
  type DayRange,
  type SourceCapability,
  SourceError,
  type SourceGap,
} from "@/lib/integrations/source-ports";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";
import type { Provider } from "@/lib/training/source/providers";
import { readDay, readDays } from "./read-days";

/** One request for a stretch of days. */
export type DayWay = {
  readonly mostDays: number;
  path(fromDay: LocalDate, toDay: LocalDate): string;
};

/** A kind of daily values, and the ways to it: the first that Garmin knows is taken. */
export type DayKind = {
  readonly capability: SourceCapability;
  /** What it is asked for. */
  readonly field: Exclude<keyof WellnessObservation, "day" | "source">;
  /** True: only asked for when no other kind has brought its field. */
  readonly isSpare?: boolean;
  readonly ways: readonly DayWay[];
  readonly mappings: readonly GarminMapping[];
};

type Asking = {
  readonly provider: Provider;
  /** Garmin's JSON; null for nothing. Throws `SourceError`. */
  get(path: string): Promise<unknown>;
  noticed(gap: SourceGap): void;
};

/** More at once has been answered with 429. */
const MOST_AT_ONCE = 2;
/** A stretch that Garmin finds too long is halved so often, then given up. */
const MOST_HALVINGS = 3;

/**
 * All kinds of values of a stretch of days. A kind that Garmin does not have for this account,
 * or answers in an unknown form, is left out and noticed; a failure that passes is thrown, so
 * that nothing is taken for absent that was only not answered.
 */
export async function fetchDays(
  kinds: readonly DayKind[],
  range: DayRange,
  { provider, get, noticed }: Asking,
): Promise<readonly WellnessObservation[]> {
  const narrow = bulkhead(MOST_AT_ONCE, Number.POSITIVE_INFINITY);
  const broken = new AbortController();
  const ask: Ask = async ({ mappings }, { mostDays, path }, stretch) => {
    const payload = await narrow.execute(async () => {
      // What still waits when one has failed is not asked any more.
      broken.signal.throwIfAborted();
      return get(path(stretch.fromDay, stretch.toDay));
    });
    const days =
      mostDays === 1 ? readDay(payload, mappings, stretch) : readDays(payload, mappings, stretch);
    if (days === null) throw new UnknownForm(provider);
    return days;
  };
  const fetchAll = (wanted: readonly DayKind[]): Promise<Outcome[]> =>
    Promise.all(
      wanted.map(async (kind) => {
        try {
          return { kind, days: await fetchKind(kind, range, ask) };
        } catch (error) {
          if (isLasting(error)) return { kind, days: [], error };
          broken.abort(error);
          throw error;
        }
      }),
    );

  const first = await fetchAll(kinds.filter(({ isSpare }) => !isSpare));
  const spare = kinds.filter(({ isSpare, field }) => isSpare && !isKnown(first, field));
  const outcomes = [...first, ...(await fetchAll(spare))];
  const lost = outcomes.find(({ error }) => error)?.error;
  if (lost && outcomes.every(({ error }) => error)) throw lost;
  for (const { kind, error } of outcomes) {
    if (error && !isKnown(outcomes, kind.field)) {
      noticed({ capability: kind.capability, failure: error.failure });
    }
  }
  return outcomes.flatMap(({ days }) => days);
}

type Outcome = {
  readonly kind: DayKind;
  readonly days: readonly WellnessObservation[];
  /** Why there are none, lastingly. */
  readonly error?: SourceError;
};

/** The same value may come by several ways: one that has it is enough. */
function isKnown(outcomes: readonly Outcome[], field: DayKind["field"]): boolean {
  return outcomes.some(({ days }) => days.some((day) => day[field] !== undefined));
}

/** It would be the same the next time: not there, not allowed as it was asked, another form. */
function isLasting(error: unknown): error is SourceError {
  return (
    error instanceof SourceError &&
    (error.failure === "not_found" || error.failure === "refused" || error instanceof UnknownForm)
  );
}

function isNotFound(error: unknown): boolean {
  return error instanceof SourceError && error.failure === "not_found";
}

type Ask = (kind: DayKind, way: DayWay, stretch: DayRange) => Promise<WellnessObservation[]>;

async function fetchKind(kind: DayKind, range: DayRange, ask: Ask): Promise<WellnessObservation[]> {
  let last: unknown = null;
  for (const way of kind.ways) {
    try {
      return await fetchStretches(kind, way, range, ask);
    } catch (error) {
      if (!isLasting(error)) throw error;
      last = error;
    }
  }
  throw last;
}

async function fetchStretches(
  kind: DayKind,
  way: DayWay,
  { fromDay, toDay }: DayRange,
  ask: Ask,
): Promise<WellnessObservation[]> {
  const found: WellnessObservation[] = [];
  let [isAnswered, absent]: [boolean, unknown] = [false, null];
  for (let day = fromDay; day <= toDay; day = addDays(day, way.mostDays)) {
    const last = earlierDay(addDays(day, way.mostDays - 1), toDay);
    try {
      found.push(...(await fetchStretch(kind, way, { fromDay: day, toDay: last }, ask, 0)));
      isAnswered = true;
    } catch (error) {
      if (way.mostDays > 1 || !isNotFound(error)) throw error;
      absent = error;
    }
  }
  // One day that is not there has no value; a way on which none is there is no way.
  if (!isAnswered && absent !== null) throw absent;
  return found;
}

async function fetchStretch(
  kind: DayKind,
  way: DayWay,
  stretch: DayRange,
  ask: Ask,
  halvings: number,
): Promise<WellnessObservation[]> {
  const { fromDay, toDay } = stretch;
  const days = daysBetween(fromDay, toDay) + 1;
  try {
    return await ask(kind, way, stretch);
  } catch (error) {
    const isTooLong = error instanceof SourceError && error.failure === "refused";
    if (!isTooLong || days === 1 || halvings === MOST_HALVINGS) throw error;
  }
  const middle = addDays(fromDay, Math.floor(days / 2));
  const halves = [
    { fromDay, toDay: addDays(middle, -1) },
    { fromDay: middle, toDay },
  ];
  const found: WellnessObservation[] = [];
  for (const half of halves) {
    found.push(...(await fetchStretch(kind, way, half, ask, halvings + 1)));
  }
  return found;
}

/** JSON, but none of the known forms: lasting, while a page in place of JSON passes. */
class UnknownForm extends SourceError {
  constructor(provider: Provider) {
    super(provider, "misunderstood", "Garmin gave these values in a form that is not known.");
  }
}
