import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { recentImports } from "@/db/queries/import-ledger";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { ImportDesk } from "./_components/import-desk";
import { RecentImports } from "./_components/recent-imports";
import { WhereFilesAre } from "./_components/where-files-are";

export const metadata: Metadata = { title: "Import" };

const RECENT = 8;

export default async function ImportPage() {
  const ctx = await requireAthlete();
  const imports = await ctx.tx((tx) => recentImports(tx, RECENT));
  return (
    <>
      <PageHeader
        title="Import"
        description="Originals are kept, duplicates are recognised, and one bad file never stops the rest."
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <ImportDesk />
        <div className="flex flex-col gap-4">
          <RecentImports imports={imports} timeZone={ctx.timeZone} />
          <WhereFilesAre />
        </div>
      </div>
    </>
  );
}
