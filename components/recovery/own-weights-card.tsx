import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates/format-day";
import { RECOVERY_WEIGHTS } from "@/lib/training/recovery/recovery-score";
import type {
  OwnWeights,
  RecoveryComponentName,
  RecoveryWeights,
} from "@/lib/training/recovery/recovery-types";
import type { WeightsProposal } from "@/lib/training/track-record/personal-weights";
import { ChooseWeights } from "./choose-weights";

const PARTS: readonly { readonly name: RecoveryComponentName; readonly label: string }[] = [
  { name: "hrv", label: "Heart rate variability" },
  { name: "rhr", label: "Resting heart rate" },
  { name: "sleep", label: "Sleep" },
  { name: "stress", label: "Stress" },
];

type OwnWeightsCardProps = {
  readonly proposal: WeightsProposal;
  /** Those that hold today; null where the score's own do. */
  readonly held: OwnWeights | null;
};

/** Weights of one's own: what they would be, why, and the way back. */
export function OwnWeightsCard({ proposal, held }: OwnWeightsCardProps) {
  const shown = held?.weights ?? proposal.weights;
  return (
    <Card aria-labelledby="own-weights">
      <h2 id="own-weights" className="heading-quiet">
        <MethodLink to="track-record">Weights of your own</MethodLink>
      </h2>
      <p className="mt-1 max-w-[68ch] text-sm">{wordsOf(proposal, held)}</p>
      {shown && <WeightsTable weights={shown} />}
      <div className="mt-3">
        {held ? (
          <ChooseWeights choice="default" label="Go back to the usual weights" />
        ) : (
          proposal.weights && <ChooseWeights choice="own" label="Use them from today" />
        )}
      </div>
    </Card>
  );
}

function wordsOf(proposal: WeightsProposal, held: OwnWeights | null): string {
  if (held) {
    return `Since ${formatDay(held.fromDay, "full")} your score uses weights that were fitted on ${held.mornings} of your mornings. Earlier mornings stay as they were answered.`;
  }
  const { weights, correlation, reason, mornings } = proposal;
  const compared =
    correlation &&
    `On mornings that they were not fitted on, they agree with your check-ins by ${correlation.fitted.toFixed(2)}; the usual ones by ${correlation.own.toFixed(2)} (1 is always, 0 not at all).`;
  if (weights) return `${mornings} mornings suggest other weights. ${compared}`;
  if (!compared) return `${reason} From then on the score may be fitted to how you feel.`;
  return `${reason} ${compared}`;
}

function WeightsTable({ weights }: { weights: RecoveryWeights }) {
  const percent = (value: number) => `${Math.round(100 * value)} %`;
  return (
    <Table caption="The parts of the score and their weights" className="mt-2">
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col" data-numeric>
            Usual
          </th>
          <th scope="col" data-numeric>
            Yours
          </th>
        </tr>
      </thead>
      <tbody>
        {PARTS.map(({ name, label }) => (
          <tr key={name}>
            <th scope="row">{label}</th>
            <td data-numeric>{percent(RECOVERY_WEIGHTS[name])}</td>
            <td data-numeric>{percent(weights[name])}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
