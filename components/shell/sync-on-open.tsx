"use client";

import { useEffect } from "react";

/** As long as what was fetched is fresh enough. */
const EVERY_MS = 15 * 60_000;
const KEY = "formline:opened";

/** Has connections synced while somebody looks; pages wait for nothing of it. */
export function SyncOnOpen() {
  useEffect(() => {
    const last = Number(sessionStorage.getItem(KEY) ?? 0);
    if (Date.now() - last < EVERY_MS) return;
    sessionStorage.setItem(KEY, String(Date.now()));
    // What fails is asked for by the schedule.
    fetch("/api/connections/opened", { method: "POST" }).catch(() => undefined);
  }, []);
  return null;
}
