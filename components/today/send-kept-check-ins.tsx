"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { sendCheckIns } from "./send-check-ins";

/** On every page: what was answered without a network is sent when there is one again. */
export function SendKeptCheckIns({ athleteId }: { athleteId: string }) {
  const router = useRouter();
  useEffect(() => {
    const send = async () => {
      const sent = await sendCheckIns(athleteId);
      if (sent.state === "arrived" && sent.count > 0) router.refresh();
    };
    void send();
    window.addEventListener("online", send);
    return () => window.removeEventListener("online", send);
  }, [athleteId, router]);
  return null;
}
