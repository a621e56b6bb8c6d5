import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import type { ChosenField, WellnessChoice } from "@/db/queries/wellness-choices";
import { formatHours } from "@/lib/units/format-hours";

const FIELDS: Readonly<Record<ChosenField, { readonly name: string; readonly unit: string }>> = {
  sleepS: { name: "Sleep", unit: "" },
  hrvRmssdMs: { name: "HRV", unit: " ms" },
  hrvSdnnMs: { name: "HRV (SDNN)", unit: " ms" },
  restingHrBpm: { name: "Resting HR", unit: " bpm" },
  stressAvg: { name: "Stress", unit: "" },
  bodyBatteryHigh: { name: "Body Battery", unit: "" },
  respirationBrpm: { name: "Breathing", unit: " a minute" },
  spo2Pct: { name: "SpO₂", unit: " %" },
  steps: { name: "Steps", unit: "" },
  weightKg: { name: "Weight", unit: " kg" },
};

/** Where several sources had a value: theirs side by side, the one that counts first, and why. */
export function ReceiptSources({ choices }: { choices: readonly WellnessChoice[] }) {
  return (
    <Card aria-labelledby="receipt-sources">
      <h2 id="receipt-sources" className="heading-quiet mb-2">
        <MethodLink to="combined-wellness">Where several sources had a value</MethodLink>
      </h2>
      <ul>
        {choices.map(({ field, reason, values }) => (
          <li key={field} className="border-t border-line py-2.5 text-sm">
            <p className="font-medium">{FIELDS[field].name}</p>
            <ul className="mt-0.5 flex flex-wrap gap-x-4">
              {values.map(({ source, value }, i) => (
                <li key={source} className={i === 0 ? "" : "text-faint"}>
                  {sourceName(source)}: {valueText(field, value)}
                </li>
              ))}
            </ul>
            <p className="text-faint">{reason}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function valueText(field: ChosenField, value: number): string {
  if (field === "sleepS") return formatHours(value);
  const rounded = field === "weightKg" ? Math.round(value * 10) / 10 : Math.round(value);
  return `${rounded}${FIELDS[field].unit}`;
}

/** "apple_health:sleep" → "Apple Health, sleep". */
function sourceName(source: string): string {
  const [device = "", report] = source.split(":");
  const name = device
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
  return report === undefined ? name : `${name}, ${report.replaceAll("_", " ")}`;
}
