import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { cn } from "@/lib/utils";
import type { ZoneSet } from "./prepare-zones";

const FILL = ["bg-z1", "bg-z2", "bg-z3", "bg-z4", "bg-z5", "bg-z6", "bg-z7"] as const;

/** What follows from the thresholds of today. */
export function ZoneSets({ sets }: { sets: readonly ZoneSet[] }) {
  if (sets.length === 0) {
    return (
      <Card>
        <EmptyState title="No zones yet">
          Set an FTP, a threshold heart rate or a threshold pace, and the zones appear here.
        </EmptyState>
      </Card>
    );
  }
  return sets.map((set) => (
    <Card key={set.title} aria-label={`Zones: ${set.title}`}>
      <CardHeader
        title={<MethodLink to="time-in-zone">{set.title}</MethodLink>}
        aside={set.basis}
      />
      <Table caption={`${set.title}, ${set.basis}`}>
        <thead className="sr-only">
          <tr>
            <th scope="col">Zone</th>
            <th scope="col">Range</th>
          </tr>
        </thead>
        <tbody>
          {set.zones.map((zone) => (
            <tr key={zone.name}>
              <th scope="row" className="font-normal! text-ink!">
                <span className="flex items-center gap-2.5">
                  <span
                    aria-hidden="true"
                    className={cn("size-3 rounded-[4px]", FILL[zone.number - 1])}
                  />
                  {zone.name}
                </span>
              </th>
              <td data-numeric>{zone.range}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  ));
}
