import type { Route } from "next";
import Link from "next/link";
import { Sparkline } from "@/components/charts/sparkline";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import type { NormalRow } from "./prepare-normal";

/** Each signal in its own normal range: four weeks of line, last night as the dot. */
export function NormalCard({ rows }: { rows: readonly NormalRow[] }) {
  return (
    <Card aria-labelledby="normal" className="pb-2 md:pb-2.5">
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 id="normal" className="heading-quiet">
          Against your own normal
        </h2>
        <Link
          href={"/recovery" as Route}
          className="text-sm font-medium text-accent hover:underline"
        >
          Recovery
        </Link>
      </div>
      <ul>
        {rows.map((row) => (
          <li
            key={row.name}
            className="grid grid-cols-[78px_minmax(0,1fr)_64px] items-center gap-2.5 border-t border-line py-2.5"
          >
            <div className="min-w-0">
              <div className="text-sm text-muted">
                <MethodLink to={row.method}>{row.name}</MethodLink>
              </div>
              <div className="font-semibold whitespace-nowrap">
                {row.value}
                {row.unit && (
                  <span className="ml-[3px] text-[14px] font-normal text-muted">{row.unit}</span>
                )}
              </div>
            </div>
            <Sparkline
              values={row.values}
              range={row.range}
              colour={row.colour}
              label={`${row.name}, last four weeks: ${row.word}`}
            />
            <div className="text-right text-sm text-muted">{row.word}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
