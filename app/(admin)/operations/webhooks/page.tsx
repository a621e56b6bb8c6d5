import type { Metadata } from "next";
import { CONNECTION_NAMES } from "@/components/connections/connection-names";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import {
  type WebhookReceiptItem,
  type WebhookStatus,
  webhookReceiptPage,
} from "@/db/queries/vendor-health";
import { requireAdmin } from "@/lib/auth/current-admin";
import { describeMoment } from "@/lib/dates/describe-moment";
import { formatSpan } from "@/lib/dates/format-span";
import { WEBHOOK_STATUSES, webhooksQuery } from "@/lib/schemas/operations";
import { PROVIDERS } from "@/lib/training/source/providers";
import { ListFilters } from "../_components/list-filters";
import { OperationsHeader } from "../_components/operations-header";
import { PageLinks } from "../_components/page-links";

import { readSearch, type Search } from "../_components/read-search";

export const metadata: Metadata = { title: "Webhooks" };

const LOOKS = {
  waiting: ["neutral", "Waiting"],
  done: ["go", "Done"],
  ignored: ["neutral", "Ignored"],
  failed: ["rest", "Failed"],
} as const satisfies Record<WebhookStatus, readonly [string, string]>;

export default async function WebhooksPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireAdmin();
  const query = await readSearch(webhooksQuery, searchParams);
  const { cursor, limit, provider, outcome } = query;
  const page = await ctx.tx((tx) =>
    webhookReceiptPage(tx, {
      provider: provider ?? null,
      status: outcome ?? null,
      cursor: cursor ?? null,
      limit,
    }),
  );
  return (
    <>
      <OperationsHeader current="webhooks" />
      <ListFilters
        label="Webhooks"
        filters={[
          {
            name: "provider",
            label: "Vendor",
            value: provider ?? "",
            options: [
              { value: "", label: "All vendors" },
              ...PROVIDERS.map((value) => ({ value, label: CONNECTION_NAMES[value] })),
            ],
          },
          {
            name: "outcome",
            label: "Outcome",
            value: outcome ?? "",
            options: [
              { value: "", label: "All outcomes" },
              ...WEBHOOK_STATUSES.map((value) => ({ value, label: value })),
            ],
          },
        ]}
      />
      <Card aria-labelledby="receipts">
        <CardHeader id="receipts" title="What vendors sent" />
        {page.items.length === 0 ? (
          <EmptyState title="No message">
            Vendors with webhooks say here that there is something new. What a message held is never
            shown.
          </EmptyState>
        ) : (
          <ReceiptsTable receipts={page.items} timeZone={ctx.timeZone} />
        )}
        <PageLinks
          path="/operations/webhooks"
          search={{ provider, outcome }}
          cursor={cursor}
          nextCursor={page.nextCursor}
        />
      </Card>
    </>
  );
}

type TableProps = { receipts: readonly WebhookReceiptItem[]; timeZone: string };

function ReceiptsTable({ receipts, timeZone }: TableProps) {
  return (
    <Table
      caption="Messages of vendors, newest first, without what they held"
      className="[&_td]:align-middle"
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
          <th scope="col">Problem</th>
        </tr>
      </thead>
      <tbody>
        {receipts.map((receipt) => (
          <tr key={receipt.id}>
            <th scope="row" className="font-normal whitespace-nowrap">
              {CONNECTION_NAMES[receipt.provider]}
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
            <td className="min-w-40 text-muted">{receipt.problem ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
