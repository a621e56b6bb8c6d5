import { Table } from "@/components/ui/table";
import { curveRetention } from "@/lib/training/capacity/curve-retention";
import { NO_VALUE } from "@/lib/units/conversion";
import type { CurveLook } from "./curve-look";
import type { TiredCurve } from "./durability-finding";
import { durationWords } from "./duration-words";

type Props = {
  readonly fresh: ArrayLike<number>;
  readonly tired: readonly TiredCurve[];
  readonly look: CurveLook;
};

/** What each step of work leaves of the best, at the usual lengths of time. */
export function DurabilityTable({ fresh, tired, look }: Props) {
  const steps = tired.map(({ afterKjPerKg, bests }) => ({
    afterKjPerKg,
    kept: curveRetention(bests, fresh),
  }));
  const rows = steps[0]?.kept ?? [];
  if (rows.length === 0) return null;
  return (
    <Table
      caption="Best power after each step of work, with its share of the best of all"
      className="mt-3"
    >
      <thead>
        <tr>
          <th scope="col">Over</th>
          <th scope="col" data-numeric>
            Best of all
          </th>
          {steps.map(({ afterKjPerKg }) => (
            <th key={afterKjPerKg} scope="col" data-numeric className="whitespace-nowrap">
              {afterKjPerKg} kJ/kg
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ durationS, reference }) => (
          <tr key={durationS}>
            <th scope="row" className="whitespace-nowrap">
              {durationWords(durationS)}
            </th>
            <td data-numeric className="whitespace-nowrap">
              {look.text(reference)}
            </td>
            {steps.map(({ afterKjPerKg, kept }) => {
              const one = kept.find((other) => other.durationS === durationS);
              return (
                <td key={afterKjPerKg} data-numeric className="whitespace-nowrap">
                  {one === undefined ? (
                    <span className="text-faint">{NO_VALUE}</span>
                  ) : (
                    <>
                      {look.text(one.recent)}{" "}
                      <span className="text-muted">{Math.floor(one.share * 100)} %</span>
                    </>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
