"use client";

import { useEffect } from "react";
import { rememberAthlete } from "@/components/today/known-athlete";

/** From now on a page that cannot be reached is answered here, with room for a check-in. */
export function WorkOffline({ athleteId }: { athleteId: string }) {
  useEffect(() => {
    rememberAthlete(athleteId);
    // Without one (http, a private window) the browser's own page says that there is no network.
    navigator.serviceWorker?.register("/sw.js").catch(() => undefined);
  }, [athleteId]);
  return null;
}
