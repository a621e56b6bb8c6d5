import type {
  LadderRung,
  ReadinessSignal,
  SignalName,
} from "@/lib/training/recovery/recovery-types";
import { formatHours } from "@/lib/units/format-hours";

export const SIGNAL_NAMES: Readonly<Record<SignalName, string>> = {
  hrv: "HRV",
  rhr: "Resting HR",
  sleep: "Sleep",
  tsb: "Form",
  acwr: "Load ratio",
  ri: "Recovery index",
  lasting: "Signs that last",
  feel: "How you feel",
  symptoms: "Symptoms",
};

/** What a rule saw that morning: "Form −12, HRV 54 ms", "1 amber, 0 red". */
export function rungFacts(
  { rule, looksAt }: Pick<LadderRung, "rule" | "looksAt">,
  signals: readonly ReadinessSignal[],
): string {
  const count = (colour: string) => signals.filter((signal) => signal.colour === colour).length;
  if (rule === "P2-red") return `${count("red")} red`;
  if (rule === "P2-amber") return `${count("amber")} amber, ${count("red")} red`;
  return signals
    .filter(({ name }) => looksAt.includes(name))
    .map((signal) => `${SIGNAL_NAMES[signal.name]} ${valueText(signal)}`)
    .join(", ");
}

function valueText({ name, value }: ReadinessSignal): string {
  if (value === null) return "unknown";
  switch (name) {
    case "hrv":
      return `${Math.round(value)} ms`;
    case "rhr":
      return `${Math.round(value)} bpm`;
    case "sleep":
      return formatHours(value * 3600);
    case "tsb":
      return String(Math.round(value) || 0).replace("-", "−");
    case "feel":
      return `${value.toFixed(1)} of 5`;
    case "lasting":
      return value === 0 ? "none" : String(value);
    case "symptoms":
      return value === 0 ? "none" : "reported";
    default:
      return value.toFixed(2);
  }
}
