import type { Route } from "next";
import Link from "next/link";
import { DecisionIcon } from "@/components/today/decision-icon";
import { decisionWord } from "@/components/today/decision-word";
import { formatDay } from "@/lib/dates/format-day";
import type { ScoredDay } from "./prepare-scores";

const SHOWN = 14;

/** The last two weeks of answers, newest first; each opens its receipt. */
export function LatestMornings({ mornings }: { mornings: readonly ScoredDay[] }) {
  const latest = mornings.slice(-SHOWN).reverse();
  if (latest.length === 0) return null;
  return (
    <section aria-labelledby="latest-mornings" className="mt-4 border-t border-line pt-3">
      <h3 id="latest-mornings" className="heading-quiet mb-2">
        Latest mornings and their receipts
      </h3>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-7">
        {latest.map((morning) => (
          <li key={morning.day}>
            <Link
              href={`/today/receipt?day=${morning.day}` as Route}
              prefetch={false}
              className="flex min-h-11 items-center justify-between gap-2 rounded-control border border-line px-2.5 py-1.5 text-sm hover:bg-sunken"
            >
              <span className="min-w-0">
                <span className="block truncate text-muted">{formatDay(morning.day, "short")}</span>
                <span className="flex items-center gap-1.5 font-medium [&_svg]:size-3">
                  <DecisionIcon decision={morning.decision} />
                  {decisionWord(morning.decision)}
                </span>
              </span>
              <span className="text-lg font-semibold">
                {morning.score === null ? "–" : Math.round(morning.score)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
