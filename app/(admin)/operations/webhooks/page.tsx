import type { Metadata } from "next";
import { CONNECTION_NAMES } from "@/components/connections/connection-names";
import { EmptyState } from "@/components/ui/empty-state";
import { webhookReceiptPage } from "@/db/queries/vendor-health";
import { requireAdmin } from "@/lib/auth/current-admin";
import { webhooksQuery } from "@/lib/schemas/operations";
import { filterBy } from "../_components/list-filter";
import { OperationsList } from "../_components/operations-list";
import { readSearch, type Search } from "../_components/read-search";
import { WEBHOOK_WORDS, WebhooksTable } from "../_components/webhooks-table";

export const metadata: Metadata = { title: "Webhooks" };

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
  const isFiltered = provider !== undefined || outcome !== undefined;
  return (
    <OperationsList
      section="webhooks"
      title="What vendors sent"
      filters={[
        filterBy(
          { name: "provider", label: "Vendor", all: "All vendors" },
          provider,
          CONNECTION_NAMES,
        ),
        filterBy(
          { name: "outcome", label: "Outcome", all: "All outcomes" },
          outcome,
          WEBHOOK_WORDS,
        ),
      ]}
      cursor={cursor}
      page={page}
      empty={
        <EmptyState title={isFiltered ? "No such message" : "No message yet"}>
          Vendors with webhooks say here that there is something new. What a message held is never
          shown.
        </EmptyState>
      }
    >
      <WebhooksTable receipts={page.items} timeZone={ctx.timeZone} />
    </OperationsList>
  );
}
