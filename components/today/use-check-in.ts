"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState, useTransition } from "react";
import { keepCheckIn, keptCheckIns } from "./kept-check-ins";
import { sendCheckIns } from "./send-check-ins";

/** How often the way to the server is looked for while an answer waits; browsers miss some changes. */
const AGAIN_MS = 15_000;

/** Keeps an answer before it is sent, so that no network, and no closed page, can lose it. */
export function useCheckIn(athleteId: string, onArrived?: () => void) {
  const router = useRouter();
  const arrived = onArrived ?? router.refresh;
  const [isWaiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, start] = useTransition();

  const send = () =>
    start(async () => {
      const sent = await sendCheckIns(athleteId);
      setWaiting(sent.state === "waiting");
      setProblem(sent.state === "refused" ? sent.message : null);
      if (sent.state === "arrived") arrived();
    });

  useEffect(() => setWaiting(keptCheckIns(athleteId).length > 0), [athleteId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `send` is made anew each time and does the same
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(send, AGAIN_MS);
    window.addEventListener("online", send);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", send);
    };
  }, [isWaiting]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    keepCheckIn(athleteId, {
      ...{ readiness: text("readiness"), soreness: text("soreness") },
      ...{ mood: text("mood"), stress: text("stress"), note: text("note") },
      hasSymptoms: form.get("hasSymptoms") === "on",
      answeredAt: new Date().toISOString(),
    });
    send();
  }

  return { submit, isWaiting, isPending, problem };
}
