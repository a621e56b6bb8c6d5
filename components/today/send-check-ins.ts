import { forgetCheckIn, type KeptCheckIn, keptCheckIns } from "./kept-check-ins";

export type Sent =
  /** All that was kept has arrived. */
  | { readonly state: "arrived"; readonly count: number }
  /** There is no way to the server, or it is busy: kept, and tried again. */
  | { readonly state: "waiting" }
  /** The server does not take it, and would not later: it is kept no longer. */
  | { readonly state: "refused"; readonly message: string };

/** Sends what is kept, the oldest first. Sent twice is no harm: a day has one check-in. */
export async function sendCheckIns(athleteId: string): Promise<Sent> {
  let count = 0;
  for (const kept of keptCheckIns(athleteId)) {
    const response = await post(kept);
    if (response === null || mayHelpLater(response.status)) return { state: "waiting" };
    forgetCheckIn(athleteId, kept.answeredAt);
    if (!response.ok) return { state: "refused", message: await messageOf(response) };
    count++;
  }
  return { state: "arrived", count };
}

function post(kept: KeptCheckIn): Promise<Response | null> {
  return fetch("/api/check-ins", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(kept),
  }).catch(() => null);
}

/** Signed out meanwhile, too many at once, or the server's own trouble. */
function mayHelpLater(status: number): boolean {
  return status === 401 || status === 429 || status >= 500;
}

async function messageOf(response: Response): Promise<string> {
  const body = await response.json().catch(() => null);
  return body?.error?.message ?? "Please answer all of them, one of the five each.";
}
