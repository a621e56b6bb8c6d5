import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { SportMonotony } from "@/db/queries/sport-monotony";
import { formatDay } from "@/lib/dates/format-day";
import type { LocalDate } from "@/lib/dates/local-date";
import { SPORTS, type Sport } from "@/lib/training/activity/sports";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatLoad } from "@/lib/units/format-load";

type Props = {
  weeks: readonly SportMonotony[];
  /** The days on which the weeks end, oldest first. */
  weekEnds: readonly LocalDate[];
  sport: Sport | "all";
  today: LocalDate;
};

/** How alike the days of each of the last weeks were, sport by sport. */
export function MonotonyCard({ weeks, weekEnds, sport, today }: Props) {
  const sports = SPORTS.filter(
    (one) =>
      (sport === "all" || one === sport) &&
      weeks.some((week) => week.sport === one && week.monotony !== null),
  );
  return (
    <Card aria-labelledby="monotony">
      <CardHeader
        id="monotony"
        title={<MethodLink to="monotony-strain">Monotony and strain by sport</MethodLink>}
      />
      {sports.length === 0 ? (
        <p className="text-sm text-muted">
          None in the last weeks: it needs seven days in a row that are known, with some load in
          this sport.
        </p>
      ) : (
        <>
          <Table
            caption="Monotony, and below it strain, of the seven days up to each day"
            className="[&_td]:py-1.5 [&_tbody_th]:py-1.5"
          >
            <thead>
              <tr>
                <th scope="col">Week to</th>
                {sports.map((one) => (
                  <th key={one} scope="col" data-numeric>
                    {SPORT_LOOKS[one].label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weekEnds.toReversed().map((day) => (
                <tr key={day}>
                  <th scope="row" className="font-normal whitespace-nowrap">
                    {day === today ? "Today" : formatDay(day, "short")}
                  </th>
                  {sports.map((one) => (
                    <td key={one} data-numeric>
                      <Cell week={weeks.find((week) => week.sport === one && week.day === day)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
          <p className="mt-3 text-sm text-muted">
            The first number is monotony, the second strain. Above 2.0 hard and easy days are too
            alike; a sport done on one or two days a week is never near it. A dash is a week without
            that sport.
          </p>
        </>
      )}
    </Card>
  );
}

function Cell({ week }: { week: SportMonotony | undefined }) {
  const monotony = week?.monotony ?? null;
  if (monotony === null) return NO_VALUE;
  return (
    <>
      <span className="font-medium">{monotony.toFixed(2)}</span>
      <span className="ml-2 inline-block min-w-8 text-muted">
        {formatLoad(week?.strain ?? null)}
      </span>
    </>
  );
}
