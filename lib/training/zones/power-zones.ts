/**
 * Seven power zones: recovery, endurance, tempo, threshold, VO2max, anaerobic, neuromuscular.
 * ZONE-PWR: upper limits 55, 75, 90, 105, 120, 150 % of FTP.
 * Reference: Coggan, in Allen & Coggan (2003).
 * Valid: FTP of the day; power at a boundary is in the zone above.
 */
const SHARES = [0.55, 0.75, 0.9, 1.05, 1.2, 1.5] as const;

/** Upper boundaries (W, to a hundredth) of zones 1 to 6. */
export function powerZones(ftpW: number): number[] {
  return SHARES.map((share) => Math.round(share * ftpW * 100) / 100);
}
