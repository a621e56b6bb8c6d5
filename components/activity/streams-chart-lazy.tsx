"use client";

import dynamic from "next/dynamic";
import { createContext, useContext } from "react";
import type { StreamsChartProps } from "./streams-chart";
import { StreamsSkeleton } from "./streams-skeleton";

const NamesContext = createContext<StreamsChartProps["names"]>([]);

const StreamsChart = dynamic(() => import("./streams-chart"), { ssr: false, loading: Waiting });

/** The canvas chart and its library come after the page; until then a skeleton of its size. */
export function StreamsChartLazy(props: StreamsChartProps) {
  return (
    <NamesContext value={props.names}>
      <StreamsChart {...props} />
    </NamesContext>
  );
}

/** Readout row, panes, axis and selection bar, each as tall as it will be. */
function Waiting() {
  const names = useContext(NamesContext);
  return (
    <div>
      <div className="mb-2 h-7 max-md:h-11" />
      <StreamsSkeleton names={names} />
      <div className="mt-2 h-[83px] border-t border-line" />
    </div>
  );
}
