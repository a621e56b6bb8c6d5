const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/**
 * Milliseconds before try number `attempt + 1`, when `attempt` tries before it also failed:
 * doubles from 5 s to an hour, of which a random half, so that what failed together does
 * not come back together.
 */
export function retryDelay(attempt: number, random: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt) * (0.5 + random / 2);
}
