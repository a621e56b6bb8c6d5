import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import type { Facts } from "@/lib/assistant/facts-types";
import { showFact } from "@/lib/assistant/show-fact";
import { formatDay } from "@/lib/dates/format-day";
import { ENTRY_WORDS } from "./entry-words";

const SEXES = { f: "female", m: "male" } as const;

type KnownCardProps = {
  readonly facts: Facts;
  readonly mayReadNotes: boolean;
  /** Whether they are yesterday's, because today's would tell the score before the check-in. */
  readonly isVeiled: boolean;
};

/** The facts of a day: all numbers that a language model could be told. */
export function KnownCard({ facts, mayReadNotes, isVeiled }: KnownCardProps) {
  const { athlete } = facts;
  const who = [
    athlete.ageYears === null ? "age not known" : `${athlete.ageYears} years old`,
    ...(athlete.sex ? [SEXES[athlete.sex]] : []),
    `main sport ${athlete.mainSport}`,
  ];
  return (
    <Card aria-labelledby="known">
      <CardHeader id="known" title="What a language model may be told" />
      <p className="text-sm text-muted">
        Where you allow one, it is told these facts and what the rules have found, and nothing else:
        never your name, e-mail, places or birth date, and nothing that came from Strava. They
        follow your data: change the data and they change.
        {isVeiled && " These are yesterday’s: today’s stand here after your check-in."}
      </p>
      <p className="mt-3 text-sm">
        <span className="text-muted">You: </span>
        {who.join(", ")}
      </p>
      <table className="mt-3 w-full text-sm">
        <caption className="sr-only">Facts of {isVeiled ? "yesterday" : "today"}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Fact</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {facts.facts.map((fact) => (
            <tr key={fact.id} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                {fact.label}
                <span className="block text-xs text-muted">{daysOf(fact)}</span>
              </th>
              <td className="py-1.5 text-right font-medium whitespace-nowrap tabular-nums">
                {showFact(fact, athlete.units)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {facts.events.length > 0 ? (
        <>
          <h3 className="mt-4 text-sm font-medium text-muted">What you have told</h3>
          <p className="text-sm text-muted">
            {mayReadNotes
              ? "With your words: you have agreed to that."
              : "Only what it is and when. Your words stay here until you agree to send notes."}
          </p>
          <ul className="mt-1 text-sm">
            {facts.events.map(({ kind, title, fromDay, toDay }) => (
              <li key={`${kind}${fromDay}${title}`} className="border-t border-line py-1.5">
                {title === null ? ENTRY_WORDS[kind].label : `${ENTRY_WORDS[kind].label}: ${title}`}
                <span className="block text-xs text-muted">{daysOf({ fromDay, toDay })}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {facts.missing.length > 0 ? (
        <ul className="mt-3 list-disc pl-5 text-sm text-muted">
          {facts.missing.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

function daysOf({ fromDay, toDay }: Pick<Facts["facts"][number], "fromDay" | "toDay">): string {
  if (fromDay === toDay) return formatDay(toDay, "short");
  return `${formatDay(fromDay, "short")} to ${formatDay(toDay, "short")}`;
}
