import type { Extent } from "@/lib/training/activity/channel-extent";

type Line = { readonly timeS: readonly number[]; readonly values: readonly (number | null)[] };

/**
 * The line as an SVG path: x in seconds as they are, y in hundredths of the pane from its top.
 * A gap lifts the pen; a second alone between gaps is a dot, drawn by the round cap.
 */
export function streamPath({ timeS, values }: Line, shown: Extent): string {
  const y = scaleOf(shown);
  let path = "";
  let isDown = false;
  values.forEach((value, i) => {
    if (value === null) {
      isDown = false;
      return;
    }
    const isAlone = !isDown && (values[i + 1] ?? null) === null;
    path += `${isDown ? "L" : "M"}${timeS[i]},${y(value)}${isAlone ? "h0" : ""}`;
    isDown = true;
  });
  return path;
}

/** The area under the line, down to the pane's floor. */
export function streamArea({ timeS, values }: Line, shown: Extent): string {
  const y = scaleOf(shown);
  let path = "";
  let last: number | null = null;
  values.forEach((value, i) => {
    if (value === null) {
      if (last !== null) path += `L${last},100Z`;
      last = null;
      return;
    }
    path += last === null ? `M${timeS[i]},100L${timeS[i]},${y(value)}` : `L${timeS[i]},${y(value)}`;
    last = timeS[i] as number;
  });
  return last === null ? path : `${path}L${last},100Z`;
}

function scaleOf({ min, max }: Extent): (value: number) => number {
  const span = max - min;
  return (value) => (span > 0 ? Math.round(((max - value) / span) * 1000) / 10 : 50);
}
