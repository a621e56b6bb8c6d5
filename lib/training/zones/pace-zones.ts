/**
 * Six zones of speed around the athlete's threshold (run) or critical swim speed.
 * ZONE-PACE: run 80/87/95/105/119 %, swim 93/97/99/102/109 % of that speed.
 * Reference: GoldenCheetah's defaults (science.md 3 and 19).
 * Valid: speed of the day; a speed at a boundary is in the (faster) zone above.
 */
const RUN = [0.8, 0.87, 0.95, 1.05, 1.19] as const;
const SWIM = [0.93, 0.97, 0.99, 1.02, 1.09] as const;

/** Upper boundaries (m/s) of zones 1 to 5. */
export function paceZones(thresholdMps: number, sport: "running" | "swimming"): number[] {
  return (sport === "running" ? RUN : SWIM).map((share) => share * thresholdMps);
}
