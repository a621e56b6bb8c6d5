"use client";

import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { Extent } from "@/lib/training/activity/channel-extent";
import { formatDuration } from "@/lib/units/format-duration";
import { type TimeRange, useCrosshair, useCrosshairState } from "./crosshair";
import { crosshairKey, type ZoomStep } from "./crosshair-keys";
import type { StreamPane } from "./stream-pane";
import { AXIS_RIGHT_PX, AXIS_WIDTH_PX, PANE_PAD_TOP_PX, plotHeightPx } from "./stream-panes";
import { valueAt } from "./value-at";

export type OverlayPane = {
  readonly pane: StreamPane;
  readonly shown: Extent;
  readonly topPx: number;
  readonly line: { readonly timeS: readonly number[]; readonly values: readonly (number | null)[] };
};

type Props = {
  panes: readonly OverlayPane[];
  view: TimeRange;
  lengthS: number;
  /** How far from a drawn point a value still counts. */
  reachS: number;
  /** Of the panes together. */
  heightPx: number;
  describedBy: string;
  onZoom: (step: ZoomStep) => void;
};

const CLICK_PX = 4;

/**
 * Crosshair, selection and keys over all panes at once. It is a slider along the activity:
 * that is what it does, and readers know how to work one.
 */
export function StreamsOverlay(props: Props) {
  const { view, lengthS, onZoom } = props;
  const crosshair = useCrosshair();
  const { cursorS, selection } = useCrosshairState();
  const drag = useRef<{ fromS: number; x: number } | null>(null);
  const secondsAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return Math.round(view.fromS + share * (view.toS - view.fromS));
  };
  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    const fromS = secondsAt(event);
    crosshair.set({ cursorS: fromS });
    // A finger moves the crosshair; selecting by drag would take scrolling away.
    if (event.pointerType === "touch") return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { fromS, x: event.clientX };
  }
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const at = secondsAt(event);
    const started = drag.current;
    const isSelecting = started !== null && Math.abs(event.clientX - started.x) > CLICK_PX;
    crosshair.set({
      cursorS: at,
      ...(isSelecting
        ? { selection: { fromS: Math.min(started.fromS, at), toS: Math.max(started.fromS, at) } }
        : {}),
    });
  }
  function onPointerUp(event: PointerEvent<HTMLElement>) {
    const started = drag.current;
    drag.current = null;
    if (started === null || Math.abs(event.clientX - started.x) > CLICK_PX) return;
    crosshair.set({ selection: null });
  }
  function onPointerLeave(event: PointerEvent<HTMLElement>) {
    const isKept = event.pointerType === "touch" || event.currentTarget.matches(":focus-visible");
    if (!isKept && drag.current === null) crosshair.set({ cursorS: null });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const effect = crosshairKey(event, crosshair.get(), view, lengthS);
    if (effect === null) return;
    event.preventDefault();
    if (effect.crosshair) crosshair.set(effect.crosshair);
    if (effect.zoom) onZoom(effect.zoom);
  }
  const toPercent = (seconds: number) => ((seconds - view.fromS) / (view.toS - view.fromS)) * 100;
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Position in the activity"
      aria-describedby={props.describedBy}
      aria-valuemin={0}
      aria-valuemax={Math.round(lengthS)}
      aria-valuenow={Math.round(cursorS ?? view.fromS)}
      aria-valuetext={formatDuration(cursorS ?? view.fromS)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
      }}
      onPointerLeave={onPointerLeave}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onZoom(selection === null ? "all" : "selection")}
      className="absolute top-0 cursor-crosshair touch-pan-y select-none"
      style={{ left: AXIS_WIDTH_PX, right: AXIS_RIGHT_PX, height: props.heightPx }}
    >
      <svg
        aria-hidden="true"
        width="100%"
        height={props.heightPx}
        className="block overflow-hidden"
      >
        {selection === null ? null : (
          <rect
            x={`${toPercent(selection.fromS)}%`}
            width={`${Math.max(0.1, toPercent(selection.toS) - toPercent(selection.fromS))}%`}
            height={props.heightPx}
            className="fill-accent/12 stroke-accent/50"
          />
        )}
        {cursorS === null || cursorS < view.fromS || cursorS > view.toS ? null : (
          <CrosshairMarks {...props} cursorS={cursorS} x={`${toPercent(cursorS)}%`} />
        )}
      </svg>
    </div>
  );
}

function CrosshairMarks({
  panes,
  reachS,
  heightPx,
  cursorS,
  x,
}: Props & { cursorS: number; x: string }) {
  return (
    <>
      <line x1={x} x2={x} y1={0} y2={heightPx} className="stroke-ink" strokeWidth="1" />
      {panes.map(({ pane, shown, topPx, line }) => {
        const value = valueAt(line, cursorS, reachS);
        if (value === null || value < shown.min || value > shown.max) return null;
        const share = (value - shown.min) / (shown.max - shown.min);
        return (
          <circle
            key={pane.name}
            cx={x}
            cy={topPx + PANE_PAD_TOP_PX + plotHeightPx(pane) * (1 - share)}
            r="3.6"
            fill={`var(${pane.colour})`}
            className="stroke-surface"
            strokeWidth="1.6"
          />
        );
      })}
    </>
  );
}
