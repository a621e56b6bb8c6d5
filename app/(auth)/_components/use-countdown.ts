"use client";

import { useEffect, useState } from "react";

/** Seconds that are left of a wait; 0 when there is none. Start it with `wait(seconds)`. */
export function useCountdown(): { left: number; wait: (seconds: number) => void } {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return { left, wait: (seconds) => setUntil(Date.now() + seconds * 1000) };
}
