import type { Route } from "next";
import Link from "next/link";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates/format-day";
import type { LocalDate } from "@/lib/dates/local-date";
import type { MethodSlug } from "@/lib/methods/method-catalogue";

export type RecordPlace = {
  readonly activityId: string;
  readonly title: string;
  readonly day: LocalDate;
  readonly value: string;
};

export type RecordRow = {
  readonly name: string;
  /** The best first, three at most. */
  readonly places: readonly RecordPlace[];
};

type Props = {
  readonly id: string;
  readonly title: string;
  readonly method: MethodSlug;
  readonly caption: string;
  /** What the rows are counted by: "Distance", "Over". */
  readonly noun: string;
  readonly rows: readonly RecordRow[];
  /** Why there is nothing, when there is nothing. */
  readonly reason: string;
};

const PLACES = ["Best", "Second", "Third"] as const;

/** The three best of each distance or length of time; each leads to its activity. */
export function RecordsCard({ id, title, method, caption, noun, rows, reason }: Props) {
  return (
    <Card aria-labelledby={`${id}-title`}>
      <CardHeader id={`${id}-title`} title={<MethodLink to={method}>{title}</MethodLink>} />
      {rows.length === 0 ? (
        <p className="max-w-[68ch] text-sm text-muted">{reason}</p>
      ) : (
        <Table caption={caption} className="max-md:[&_td]:pr-2 max-md:[&_th]:pr-2">
          <thead>
            <tr>
              <th scope="col">{noun}</th>
              {PLACES.map((place) => (
                <th key={place} scope="col">
                  {place}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, places }) => (
              <tr key={name}>
                <th scope="row" className="align-middle md:whitespace-nowrap">
                  {name}
                </th>
                {PLACES.map((place, i) => (
                  <td key={place} className="whitespace-nowrap">
                    <Place place={places[i]} isBest={i === 0} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

function Place({ place, isBest }: { place: RecordPlace | undefined; isBest: boolean }) {
  if (place === undefined) return <span className="text-faint">–</span>;
  return (
    <Link
      href={`/activities/${place.activityId}` as Route}
      title={place.title}
      className="inline-flex min-h-9 flex-col justify-center rounded-sm hover:underline max-md:min-h-11"
    >
      <span className={`tabular-nums ${isBest ? "font-semibold" : ""}`}>{place.value}</span>
      <span className="text-xs text-muted">{formatDay(place.day, "compact")}</span>
    </Link>
  );
}
