import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import type { ReadinessSignal, SignalColour } from "@/lib/training/recovery/recovery-types";

const TONE = { green: "go", amber: "ease", red: "rest", missing: "neutral" } as const;
const WORD: Readonly<Record<SignalColour, string>> = {
  green: "green",
  amber: "amber",
  red: "red",
  missing: "unknown",
};

/** What the rules looked at: each signal as measured, its limits, and its colour in a word. */
export function ReceiptSignals({ signals }: { signals: readonly ReadinessSignal[] }) {
  return (
    <Card aria-labelledby="receipt-signals">
      <h2 id="receipt-signals" className="heading-quiet mb-2">
        <MethodLink to="readiness-decision">The signals</MethodLink>
      </h2>
      <ul>
        {signals.map((signal) => (
          <li
            key={signal.name}
            className="flex items-start justify-between gap-3 border-t border-line py-2.5 text-sm"
          >
            <div>
              <p>{signal.text}</p>
              <p className="text-faint">{signal.threshold}</p>
            </div>
            <Chip tone={TONE[signal.colour]}>{WORD[signal.colour]}</Chip>
          </li>
        ))}
      </ul>
    </Card>
  );
}
