/** Whom the simulation is about: each is connected with one vendor. */
export const PEOPLE = {
  garmin_personal: "ada@example.test",
  garmin_partner: "bea@example.test",
  strava: "cleo@example.test",
} as const;
export type Vendor = keyof typeof PEOPLE;
export const VENDORS = Object.keys(PEOPLE) as Vendor[];

export const TIME_ZONE = "Europe/Zurich";

type Row = Readonly<Record<string, unknown>>;

/** What the database holds of one of them. */
export type Held = {
  readonly days: readonly Row[];
  readonly activities: readonly Row[];
  readonly remote: readonly Row[];
  readonly unfinished: readonly Row[];
  readonly waiting: readonly Row[];
  readonly connection: readonly Row[];
};
export type Report = { readonly of: Readonly<Record<Vendor, Held>>; readonly dead: readonly Row[] };
