/** A check-in that was given and has not arrived yet; as `sentCheckIn` takes it. */
export type KeptCheckIn = {
  readonly readiness: string;
  readonly soreness: string;
  readonly mood: string;
  readonly stress: string;
  readonly hasSymptoms: boolean;
  readonly note: string;
  /** ISO 8601: it tells the day that it is of, whenever it arrives. */
  readonly answeredAt: string;
};

/** Of each athlete apart: several may use one browser. */
const keyOf = (athleteId: string) => `formline:check-ins:${athleteId}`;

/** Of a browser that keeps nothing: as long as the page is open. */
const unstored = new Map<string, readonly KeptCheckIn[]>();

export function keptCheckIns(athleteId: string): readonly KeptCheckIn[] {
  const inMemory = unstored.get(athleteId);
  if (inMemory) return inMemory;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(athleteId)) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    // A browser that keeps nothing, or something that somebody else wrote.
    return [];
  }
}

/** Kept until it has arrived; an answer given anew on the same day takes the place of the first. */
export function keepCheckIn(athleteId: string, given: KeptCheckIn): void {
  const others = keptCheckIns(athleteId).filter((one) => dayOf(one) !== dayOf(given));
  store(athleteId, [...others, given]);
}

export function forgetCheckIn(athleteId: string, answeredAt: string): void {
  store(
    athleteId,
    keptCheckIns(athleteId).filter((one) => one.answeredAt !== answeredAt),
  );
}

function store(athleteId: string, kept: readonly KeptCheckIn[]): void {
  try {
    if (kept.length === 0) localStorage.removeItem(keyOf(athleteId));
    else localStorage.setItem(keyOf(athleteId), JSON.stringify(kept));
    unstored.delete(athleteId);
  } catch {
    // Full, or forbidden.
    unstored.set(athleteId, kept);
  }
}

function dayOf({ answeredAt }: KeptCheckIn): string {
  return new Date(answeredAt).toDateString();
}
