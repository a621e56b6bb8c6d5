import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { MODELS, type ModelId } from "@/lib/assistant/models";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { TextQuality } from "@/lib/assistant/text-quality";

const KINDS: Readonly<Record<TextQuality["feature"], string>> = {
  weekly: "The week",
  daily: "The day",
  debrief: "After an activity",
};
const NUMBERS = [
  ...["Texts", "Borne out", "Sent back", "In part by rules", "Better model asked"],
  ...["Thumbs up", "Thumbs down"],
];
const { quality, keepDays } = ASSISTANT_SETTINGS;

type Props = { quality: readonly TextQuality[]; className?: string };

/** How much of what the language model wrote held, what it took, and what athletes think of it. */
export function QualityCard({ quality: versions, className }: Props) {
  return (
    <Card aria-labelledby="quality" className={className}>
      <CardHeader id="quality" title="What the language model writes" />
      {versions.length === 0 ? (
        <EmptyState title="Nothing yet" className="py-6">
          As soon as it has written something, it says here how much of it was borne out.
        </EmptyState>
      ) : (
        <>
          <p className="mb-3 text-sm text-muted">
            Texts of the last {quality.days} days, thumbs of the last {keepDays}.
          </p>
          <Table caption="Texts of the language model by kind, model and version of the prompt: what held, and athletes’ thumbs">
            <thead>
              <tr>
                <th scope="col">Text</th>
                <th scope="col">Model</th>
                <th scope="col">Prompt</th>
                {NUMBERS.map((name) => (
                  <th key={name} scope="col" data-numeric>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {versions.map((one) => (
                <tr key={`${one.feature} ${one.model} ${one.promptHash}`}>
                  <th scope="row" className="font-normal whitespace-nowrap">
                    {KINDS[one.feature]}
                  </th>
                  <td className="whitespace-nowrap">
                    {MODELS[one.model as ModelId]?.name ?? one.model}
                  </td>
                  <td className="font-mono text-xs">{one.promptHash?.slice(0, 8) ?? "unknown"}</td>
                  <td data-numeric>{one.texts}</td>
                  <td data-numeric className="whitespace-nowrap">
                    {one.heldShare === null ? "–" : `${(one.heldShare * 100).toFixed(1)} %`}
                  </td>
                  <td data-numeric>{one.mended}</td>
                  <td data-numeric>{one.dropped}</td>
                  <td data-numeric>{one.escalated}</td>
                  <td data-numeric>{one.up}</td>
                  <td data-numeric>{one.down}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </Card>
  );
}
