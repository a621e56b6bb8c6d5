import type { StreamPane } from "@/components/activity/stream-pane";
import type { StreamName } from "@/lib/schemas/activity";
import type { ComparedStreams } from "@/lib/services/compare-streams";
import type { Extent } from "@/lib/training/activity/channel-extent";
import type { PreviewLine } from "@/lib/training/activity/preview-lines";

export type OverlaidLine = {
  readonly who: "A" | "B";
  readonly line: PreviewLine;
};
export type OverlaidPane = {
  readonly pane: StreamPane;
  /** One axis for both. */
  readonly shown: Extent;
  /** B first, so that A lies on top. */
  readonly lines: readonly OverlaidLine[];
  /** "B has no power."; null when both are there. */
  readonly missing: string | null;
};

/** How the two lines are told apart: by colour and by dash. */
export const WHO_LOOKS = {
  A: { colour: "--accent", dash: null, widthPx: 1.7 },
  B: { colour: "--fatigue", dash: [5, 3], widthPx: 1.5 },
} as const;

/** A pane for every stream that one of them has, both lines on one axis. */
export function overlayPanes(
  panes: readonly StreamPane[],
  streams: Pick<ComparedStreams, "a" | "b">,
  recorded: { readonly a: readonly StreamName[]; readonly b: readonly StreamName[] },
): OverlaidPane[] {
  return panes.flatMap((pane) => {
    const a = recorded.a.includes(pane.name) ? streams.a[pane.name] : undefined;
    const b = recorded.b.includes(pane.name) ? streams.b[pane.name] : undefined;
    const lines = [...named("B", b), ...named("A", a)];
    return lines.length === 0 ? [] : [overlaid(pane, lines)];
  });
}

function named(who: "A" | "B", line: PreviewLine | undefined): OverlaidLine[] {
  return line === undefined ? [] : [{ who, line }];
}

function overlaid(pane: StreamPane, lines: readonly OverlaidLine[]): OverlaidPane {
  const shown = pane.extent({
    min: Math.min(...lines.map(({ line }) => line.min)),
    max: Math.max(...lines.map(({ line }) => line.max)),
  });
  const absent = (["A", "B"] as const).find((who) => lines.every((line) => line.who !== who));
  const missing = absent === undefined ? null : `${absent} has no ${pane.label.toLowerCase()}.`;
  return { pane, shown, lines, missing };
}
