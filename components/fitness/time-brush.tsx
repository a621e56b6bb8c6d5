"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { formatDay } from "@/lib/dates/format-day";
import { fromDayNumber } from "@/lib/dates/local-date";
import { type BrushThumb, brushKey } from "./brush-keys";
import { type BrushWindow, draggedWindow, movedWindow } from "./brush-window";

type Props = {
  /** The fitness line over everything: x in days since the first, y 0-100 from the top. */
  path: string;
  /** Day number (since 1970) of the overview's first day, and how many days later it ends. */
  firstDay: number;
  lastDay: number;
  shown: BrushWindow;
  /** The page's address without the stretch. */
  href: string;
};

type Drag = { readonly kind: BrushThumb | "move" | "new"; readonly at: number; was: BrushWindow };

const HEIGHT_PX = 44;
const SETTLE_MS = 400;

/** All of the athlete's days in one strip; what is marked is what the chart shows. */
export function TimeBrush({ path, firstDay, lastDay, shown, href }: Props) {
  const router = useRouter();
  const [window, setWindow] = useState(shown);
  const drag = useRef<Drag | null>(null);
  const strip = useRef<HTMLDivElement>(null);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setWindow({ from: shown.from, to: shown.to }), [shown.from, shown.to]);
  useEffect(() => () => clearTimeout(pending.current), []);
  const show = (next: BrushWindow) => {
    if (next.from === shown.from && next.to === shown.to) return;
    const days = new URLSearchParams({
      from: fromDayNumber(firstDay + next.from),
      to: fromDayNumber(firstDay + next.to),
    });
    router.replace(`${href}&${days}` as Route, { scroll: false });
  };
  const dayAt = (clientX: number) => {
    const box = strip.current?.getBoundingClientRect();
    return box ? ((clientX - box.left) / box.width) * lastDay : 0;
  };
  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    const at = dayAt(event.clientX);
    const kind = kindOf(event.target as HTMLElement);
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { kind, at, was: window };
  }
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    if (drag.current === null) return;
    const { kind, at, was } = drag.current;
    const to = Math.min(lastDay, Math.max(0, dayAt(event.clientX)));
    if (kind === "move") setWindow(movedWindow(was, to - at, lastDay));
    else
      setWindow(
        draggedWindow(kind === "new" ? at : kind === "from" ? was.to : was.from, to, lastDay),
      );
  }
  function onPointerUp() {
    if (drag.current !== null) show(window);
    drag.current = null;
  }
  function onKeyDown(event: KeyboardEvent, thumb: BrushThumb) {
    const next = brushKey(event.key, thumb, window, lastDay);
    if (next === null) return;
    event.preventDefault();
    setWindow(next);
    clearTimeout(pending.current);
    pending.current = setTimeout(() => show(next), SETTLE_MS);
  }
  const percent = (day: number) => `${(day / lastDay) * 100}%`;
  const width = `${((window.to - window.from) / lastDay) * 100}%`;
  return (
    <div
      ref={strip}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
        setWindow(shown);
      }}
      className="relative mx-3 touch-pan-y select-none rounded-control bg-sunken"
      style={{ height: HEIGHT_PX }}
    >
      <svg
        aria-hidden="true"
        width="100%"
        height={HEIGHT_PX}
        viewBox={`0 -4 ${lastDay} 108`}
        preserveAspectRatio="none"
        className="pointer-events-none absolute inset-0 block"
      >
        <path
          d={path}
          fill="none"
          vectorEffect="non-scaling-stroke"
          strokeWidth="1.5"
          className="stroke-fitness"
        />
      </svg>
      <div
        data-part="move"
        className="absolute inset-y-0 cursor-grab border-y border-accent bg-accent/12 active:cursor-grabbing"
        style={{ left: percent(window.from), width }}
      />
      {(["from", "to"] as const).map((thumb) => (
        <div
          key={thumb}
          role="slider"
          tabIndex={0}
          data-part={thumb}
          aria-label={thumb === "from" ? "First day shown" : "Last day shown"}
          aria-valuemin={0}
          aria-valuemax={lastDay}
          aria-valuenow={window[thumb]}
          aria-valuetext={formatDay(fromDayNumber(firstDay + window[thumb]), "compact")}
          onKeyDown={(event) => onKeyDown(event, thumb)}
          className="absolute inset-y-0 flex w-7 -translate-x-1/2 cursor-ew-resize touch-none items-center justify-center"
          style={{ left: percent(window[thumb]) }}
        >
          <span className="pointer-events-none h-6 w-2 rounded-full border border-surface bg-accent" />
        </div>
      ))}
    </div>
  );
}

function kindOf(target: HTMLElement): Drag["kind"] {
  const { part } = target.dataset;
  return part === "from" || part === "to" || part === "move" ? part : "new";
}
