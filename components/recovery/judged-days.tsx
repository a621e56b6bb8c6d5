import type { Route } from "next";
import Link from "next/link";
import { decisionWord } from "@/components/today/decision-word";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { formatDay } from "@/lib/dates/format-day";
import type { DayRecord } from "@/lib/training/track-record/day-record";
import { executionWords, OUTCOME_WORDS } from "./track-words";

const SHOWN = 12;

/** The latest days that could be judged, each with what tipped the scales. */
export function JudgedDays({ days }: { days: readonly DayRecord[] }) {
  const judged = days.filter(({ outcome }) => outcome !== "unknown" && outcome !== "followed");
  const latest = judged.slice(-SHOWN).reverse();
  if (latest.length === 0) return null;
  return (
    <Card aria-labelledby="judged-days">
      <h2 id="judged-days" className="heading-quiet mb-2">
        The latest judged mornings
      </h2>
      <ul>
        {latest.map((record) => (
          <li
            key={record.day}
            className="flex items-start justify-between gap-3 border-t border-line py-2.5 text-sm"
          >
            <div className="min-w-0">
              <p>
                <Link
                  href={`/today/receipt?day=${record.day}` as Route}
                  prefetch={false}
                  className="inline-flex min-h-6 items-center font-medium hover:underline"
                >
                  {formatDay(record.day, "short")}: {decisionWord(record.decision)}
                </Link>
                {record.score !== null && (
                  <span className="text-muted">, score {Math.round(record.score)}</span>
                )}
              </p>
              <p className="text-muted">
                {record.session && (
                  <Link
                    href={`/activities/${record.session.activityId}` as Route}
                    prefetch={false}
                    className="inline-flex min-h-6 items-center hover:underline"
                  >
                    {record.session.title}
                  </Link>
                )}
                : {executionWords(record)}
              </p>
            </div>
            <Chip tone={OUTCOME_WORDS[record.outcome].tone}>
              {OUTCOME_WORDS[record.outcome].word}
            </Chip>
          </li>
        ))}
      </ul>
    </Card>
  );
}
