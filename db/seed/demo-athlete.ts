/** Who the demo athlete is. Invented, and labelled as such wherever it is shown. */
export const DEMO_ATHLETE = {
  email: "demo@formline.test",
  name: "Demo athlete",
  sex: "f",
  birthDate: "1992-04-17",
  heightM: 1.7,
  timeZone: "Europe/Berlin",
  mainSport: "running",
  maxHeartRateBpm: 188,
  restingHeartRateBpm: 48,
  thresholdHeartRateBpm: 171,
  weightKg: 61,
} as const;

/** Capacities through the year: from this many days before today on. */
export const DEMO_CAPACITIES = [
  { daysBefore: 400, ftpW: 208, thresholdSpeedMps: 3.55, criticalSwimSpeedMps: 1.09 },
  { daysBefore: 240, ftpW: 219, thresholdSpeedMps: 3.68, criticalSwimSpeedMps: 1.13 },
  { daysBefore: 95, ftpW: 228, thresholdSpeedMps: 3.8, criticalSwimSpeedMps: 1.16 },
] as const;

export type DemoCapacity = (typeof DEMO_CAPACITIES)[number];

/** The capacities that held `daysBefore` days before today. */
export function demoCapacityOn(daysBefore: number): DemoCapacity {
  let held: DemoCapacity = DEMO_CAPACITIES[0];
  for (const capacity of DEMO_CAPACITIES) if (capacity.daysBefore >= daysBefore) held = capacity;
  return held;
}
