/** An activity as the played Strava keeps it. */
export type PlayedActivity = {
  readonly id: number;
  name: string;
  readonly sportType: string;
  readonly startS: number;
  readonly utcOffsetS: number;
  readonly elapsedS: number;
  readonly isManual?: boolean;
  /** Strava then tells a second after midnight. */
  readonly isStartHidden?: boolean;
  readonly hasHeartRate?: boolean;
  readonly hasPowerMeter?: boolean;
  /** Not there although it is listed: a page that is behind. */
  isGone?: boolean;
};

/** A great account without keeping it: `count` rides, one every eight hours, the newest first. */
export type EndlessRides = { readonly count: number; readonly newestS: number };

const EVERY_S = 8 * 3600;

export type PlayedAccount = {
  readonly id: number;
  readonly firstname: string;
  readonly activities: Map<number, PlayedActivity>;
  endless: EndlessRides | null;
};

/** Ids of endless rides count up with their age from here. */
const FIRST_ENDLESS_ID = 9_000_000_000;

export function endlessRide({ newestS }: EndlessRides, index: number): PlayedActivity {
  return {
    ...{ id: FIRST_ENDLESS_ID + index, name: `Ride ${index}`, sportType: "Ride" },
    ...{ startS: newestS - index * EVERY_S, utcOffsetS: 3600, elapsedS: 1800, isManual: true },
  };
}

export function findActivity(account: PlayedAccount, id: number): PlayedActivity | null {
  const own = account.activities.get(id);
  if (own) return own.isGone ? null : own;
  const index = id - FIRST_ENDLESS_ID;
  const { endless } = account;
  return endless && index >= 0 && index < endless.count ? endlessRide(endless, index) : null;
}

export type Page = {
  readonly before: number;
  readonly after: number;
  readonly page: number;
  readonly perPage: number;
  readonly isOldestFirst: boolean;
};

/** One page of the list; of an endless account only the rides on it are made. */
export function pageOf(account: PlayedAccount, asked: Page): PlayedActivity[] {
  const { before, after, page, perPage, isOldestFirst } = asked;
  const inside = ({ startS }: PlayedActivity) => startS < before && startS > after;
  const own = [...account.activities.values()].filter(inside);
  const { endless } = account;
  const skipped = (page - 1) * perPage;
  if (endless === null) {
    own.sort((a, b) => (isOldestFirst ? a.startS - b.startS : b.startS - a.startS));
    return own.slice(skipped, skipped + perPage);
  }
  const first = Math.max(0, Math.floor((endless.newestS - before) / EVERY_S) + 1);
  const last = Math.min(endless.count, Math.ceil((endless.newestS - after) / EVERY_S));
  const count = Math.max(0, Math.min(perPage, last - first - skipped));
  return Array.from({ length: count }, (_, i) =>
    endlessRide(endless, isOldestFirst ? last - 1 - skipped - i : first + skipped + i),
  );
}
