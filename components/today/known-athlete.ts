/** Who is signed in here, so that a check-in can be kept while the server cannot say. An id only. */
const KEY = "formline:athlete";

export function rememberAthlete(athleteId: string): void {
  try {
    localStorage.setItem(KEY, athleteId);
  } catch {
    // A browser that keeps nothing has no check-in without a network.
  }
}

export function knownAthlete(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function forgetAthlete(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
