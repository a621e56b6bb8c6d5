import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { recentImports } from "@/db/queries/import-ledger";
import { watchedFolder } from "@/db/queries/watched-folder";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { ImportDesk } from "./_components/import-desk";
import { RecentImports } from "./_components/recent-imports";
import { WatchedFolderCard } from "./_components/watched-folder-card";
import { WhereFilesAre } from "./_components/where-files-are";

export const metadata: Metadata = { title: "Import" };

const RECENT = 8;

export default async function ImportPage() {
  const ctx = await requireAthlete();
  const { imports, place } = await ctx.tx(async (tx) => ({
    imports: await recentImports(tx, RECENT),
    place: await watchedFolder(tx),
  }));
  const folder = ctx.ports.watchedFolder;
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
          {folder === null ? null : (
            <WatchedFolderCard name={folder.name} place={place} timeZone={ctx.timeZone} />
          )}
          <WhereFilesAre />
        </div>
      </div>
    </>
  );
}
