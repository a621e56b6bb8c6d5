import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { QueryProvider } from "@/components/shell/query-provider";
import { LinkButton } from "@/components/ui/link-button";
import { importLedger } from "@/db/queries/import-ledger";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { describeMoment } from "@/lib/dates/describe-moment";
import { AppError } from "@/lib/errors";
import { LEDGER_PAGE_SIZE } from "@/lib/schemas/import";
import { ImportLedger } from "../_components/import-ledger";

export const metadata: Metadata = { title: "Import" };

type Props = { params: Promise<{ batchId: string }> };

export default async function ImportBatchPage({ params }: Props) {
  const ctx = await requireAthlete();
  const { batchId } = await params;
  const batch = await ctx.tx((tx) =>
    importLedger(tx, { batchId, cursor: null, status: null, limit: LEDGER_PAGE_SIZE }).catch(
      orNull,
    ),
  );
  if (!batch) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={
          <Link href={"/import" as Route} className="hover:underline">
            Import
          </Link>
        }
        title={describeMoment(batch.createdAt, ctx.timeZone)}
        actions={<LinkButton href={"/import" as Route}>Import more</LinkButton>}
      />
      <QueryProvider>
        <ImportLedger batchId={batchId} initial={batch} />
      </QueryProvider>
    </>
  );
}

/** Somebody else's batch and none at all are the same: nothing here. */
function orNull(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}
