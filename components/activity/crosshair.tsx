"use client";

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from "react";

export type TimeRange = { readonly fromS: number; readonly toS: number };

export type CrosshairState = {
  /** Seconds since the start that the crosshair stands on; null when it is away. */
  readonly cursorS: number | null;
  readonly selection: TimeRange | null;
};

export type Crosshair = {
  readonly get: () => CrosshairState;
  readonly set: (change: Partial<CrosshairState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

const AWAY: CrosshairState = { cursorS: null, selection: null };

/** One crosshair for everything on the page that knows about time: streams, track, laps. */
export function createCrosshair(): Crosshair {
  let state = AWAY;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const CrosshairContext = createContext<Crosshair | null>(null);

export function CrosshairProvider({ children }: { children: ReactNode }) {
  const [crosshair] = useState(createCrosshair);
  return <CrosshairContext value={crosshair}>{children}</CrosshairContext>;
}

export function useCrosshair(): Crosshair {
  const crosshair = useContext(CrosshairContext);
  if (crosshair === null) throw new Error("useCrosshair stands outside CrosshairProvider");
  return crosshair;
}

export function useCrosshairState(): CrosshairState {
  const crosshair = useCrosshair();
  return useSyncExternalStore(crosshair.subscribe, crosshair.get, () => AWAY);
}
