import { Table } from "@/components/ui/table";
import type { DeviceZones } from "./device-zones";

/** The device's time in its own zones, folded away below ours. */
export function DeviceZonesTable({ zones, title }: { zones: DeviceZones; title: string }) {
  return (
    <details className="mt-2 text-sm">
      <summary className="flex min-h-6 w-fit items-center rounded-sm text-accent underline-offset-4 hover:underline max-md:min-h-11">
        As the device counted
      </summary>
      <p className="mt-1 text-muted">{zones.finding}</p>
      <Table
        caption={`${title}, as the device counted`}
        className="mt-1 [&_td]:py-1 [&_td]:pr-2 [&_th]:py-1 [&_th]:pr-2"
      >
        <thead>
          <tr>
            <th scope="col">Range</th>
            <th scope="col" data-numeric>
              Device
            </th>
            <th scope="col" data-numeric>
              Ours
            </th>
            <th scope="col" data-numeric>
              Diff., s
            </th>
          </tr>
        </thead>
        <tbody>
          {zones.rows.map(({ range, device, ours, difference }) => (
            <tr key={range}>
              <th scope="row" className="font-normal whitespace-nowrap">
                {range}
              </th>
              <td data-numeric>{device}</td>
              <td data-numeric>{ours}</td>
              <td data-numeric className="text-muted">
                {difference}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
