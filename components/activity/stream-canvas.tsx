"use client";

import { useEffect, useRef } from "react";
import uPlot from "uplot";
import { type PaneDrawing, paneOptions } from "./pane-options";

type Props = {
  drawing: PaneDrawing;
  timeS: readonly number[];
  values: readonly (number | null)[];
  width: number;
};

/** One pane's canvas. Decoration for whoever cannot see it: the readout and the table say the same. */
export function StreamCanvas({ drawing, timeS, values, width }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(null);
  const latest = useRef(drawing);
  const firstWidth = useRef(width);
  useEffect(() => {
    if (host.current === null) return;
    const made = new uPlot(
      paneOptions(() => latest.current, firstWidth.current),
      [[], []],
      host.current,
    );
    chart.current = made;
    return () => {
      chart.current = null;
      made.destroy();
    };
  }, []);
  useEffect(() => {
    latest.current = drawing;
    chart.current?.setData([timeS as number[], values as (number | null)[]]);
  }, [drawing, timeS, values]);
  useEffect(() => {
    chart.current?.setSize({ width, height: drawing.pane.heightPx });
  }, [width, drawing.pane.heightPx]);
  useEffect(() => {
    const theme = new MutationObserver(() => chart.current?.redraw(false, true));
    theme.observe(document.documentElement, { attributeFilter: ["class"] });
    return () => theme.disconnect();
  }, []);
  return <div ref={host} aria-hidden="true" />;
}
