import { CONNECTION_NAMES } from "@/components/connections/connection-names";
import { Chip } from "@/components/ui/chip";
import { Table } from "@/components/ui/table";
import type { WebhookReceiptItem, WebhookStatus } from "@/db/queries/vendor-health";
import { describeMoment } from "@/lib/dates/describe-moment";
import { formatSpan } from "@/lib/dates/format-span";

const LOOKS = {
  waiting: ["neutral", "Waiting"],
  done: ["go", "Done"],
  ignored: ["neutral", "Ignored"],
  failed: ["rest", "Failed"],
} as const satisfies Record<WebhookStatus, readonly [string, string]>;

export const WEBHOOK_WORDS = Object.fromEntries(
  Object.entries(LOOKS).map(([status, [, word]]) => [status, word]),
);

type Props = { receipts: readonly WebhookReceiptItem[]; timeZone: string };

/** Newest first; what a message held is not among it. */
export function WebhooksTable({ receipts, timeZone }: Props) {
  return (
    <Table
      caption="Messages of vendors, newest first, without what they held"
      className="[&_tbody_th]:align-baseline [&_td]:align-baseline"
    >
      <thead>
        <tr>
          <th scope="col">Vendor</th>
          <th scope="col">Outcome</th>
          <th scope="col">Received</th>
          <th scope="col" data-numeric>
            Worked off after
          </th>
          <th scope="col" data-numeric>
            Bytes
          </th>
          <th scope="col" data-numeric>
            Deliveries
          </th>
        </tr>
      </thead>
      <tbody>
        {receipts.map((receipt) => (
          <tr key={receipt.id}>
            <th scope="row" className="min-w-40 font-normal">
              {CONNECTION_NAMES[receipt.provider]}
              {receipt.problem && (
                <p className="max-w-40 text-xs sm:max-w-prose">{receipt.problem}</p>
              )}
            </th>
            <td>
              <Chip tone={LOOKS[receipt.status][0]}>{LOOKS[receipt.status][1]}</Chip>
            </td>
            <td className="whitespace-nowrap">{describeMoment(receipt.receivedAt, timeZone)}</td>
            <td data-numeric className="whitespace-nowrap">
              {receipt.finishedAt ? formatSpan(receipt.receivedAt, receipt.finishedAt) : "–"}
            </td>
            <td data-numeric>{receipt.byteLength.toLocaleString("en-GB")}</td>
            <td data-numeric>{receipt.deliveries}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
