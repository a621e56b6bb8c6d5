import type { PlotColour } from "./plot-model";

/** The class names of every series colour, written out so that they end up in the style sheet. */
export const PLOT_COLOURS: Readonly<
  Record<PlotColour, { readonly stroke: string; readonly fill: string; readonly variable: string }>
> = {
  fitness: { stroke: "stroke-fitness", fill: "fill-fitness", variable: "var(--fitness)" },
  fatigue: { stroke: "stroke-fatigue", fill: "fill-fatigue", variable: "var(--fatigue)" },
  form: { stroke: "stroke-form", fill: "fill-form", variable: "var(--form)" },
  load: { stroke: "stroke-load", fill: "fill-load", variable: "var(--load)" },
  hrv: { stroke: "stroke-hrv", fill: "fill-hrv", variable: "var(--hrv)" },
  sleep: { stroke: "stroke-sleep", fill: "fill-sleep", variable: "var(--sleep)" },
  heart: { stroke: "stroke-fatigue", fill: "fill-fatigue", variable: "var(--fatigue)" },
  stress: { stroke: "stroke-muted", fill: "fill-muted", variable: "var(--muted)" },
  respiration: { stroke: "stroke-fitness", fill: "fill-fitness", variable: "var(--fitness)" },
  "sleep-deep": { stroke: "stroke-sleep", fill: "fill-sleep", variable: "var(--sleep)" },
  "sleep-rem": { stroke: "stroke-hrv", fill: "fill-hrv", variable: "var(--hrv)" },
  "sleep-light": { stroke: "stroke-z1", fill: "fill-z1", variable: "var(--z1)" },
  swim: { stroke: "stroke-z2", fill: "fill-z2", variable: "var(--z2)" },
  easy: { stroke: "stroke-z2", fill: "fill-z2", variable: "var(--z2)" },
  moderate: { stroke: "stroke-z4", fill: "fill-z4", variable: "var(--z4)" },
  hard: { stroke: "stroke-z6", fill: "fill-z6", variable: "var(--z6)" },
  go: { stroke: "stroke-go-fill", fill: "fill-go-fill", variable: "var(--go-fill)" },
  ease: { stroke: "stroke-ease-fill", fill: "fill-ease-fill", variable: "var(--ease-fill)" },
  rest: { stroke: "stroke-rest-fill", fill: "fill-rest-fill", variable: "var(--rest-fill)" },
};
