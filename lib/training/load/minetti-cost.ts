/**
 * Energy that running a metre costs on a slope.
 * RUN-1: 155.4 i^5 - 30.4 i^4 - 43.3 i^3 + 46.3 i^2 + 19.5 i + 3.6 J/kg/m.
 * Reference: Minetti et al. 2002, doi:10.1152/japplphysiol.01177.2001.
 * Valid: grade (fraction) from -0.45 to +0.45, clamped outside.
 */
const MAX_GRADE = 0.45;

export function minettiCost(grade: number): number {
  const i = Math.max(-MAX_GRADE, Math.min(MAX_GRADE, grade));
  return ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + 3.6;
}
