"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { keptCheckIns } from "./kept-check-ins";

/** On every page: what was answered without a network is sent when there is one again. */
export function SendKeptCheckIns({ athleteId }: { athleteId: string }) {
  const router = useRouter();
  useEffect(() => {
    const send = async () => {
      if (keptCheckIns(athleteId).length === 0) return;
      // Without a network neither can be had: the next "online" tries again.
      const loaded = await import("./send-check-ins").catch(() => null);
      const sent = await loaded?.sendCheckIns(athleteId);
      if (sent?.state === "arrived" && sent.count > 0) router.refresh();
    };
    void send();
    window.addEventListener("online", send);
    return () => window.removeEventListener("online", send);
  }, [athleteId, router]);
  return null;
}
