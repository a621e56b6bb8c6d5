export const UNIT_SYSTEMS = ["metric", "imperial"] as const;
/** How lengths, weights and temperatures are shown. Stored values are always SI. */
export type UnitSystem = (typeof UNIT_SYSTEMS)[number];
