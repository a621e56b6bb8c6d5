import { sql } from "drizzle-orm";
import { type FileHints, importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";

/** Keeps what a list says of waiting files until they are read. One statement for all. */
export async function hintImportFiles(
  tx: AthleteTx,
  files: readonly { readonly id: string; readonly hints: FileHints }[],
): Promise<void> {
  if (files.length === 0) return;
  await tx.db.execute(sql`
    update ${importFiles} set hints = said.hints
    from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as said(id uuid, hints jsonb)
    where ${importFiles.athleteId} = ${tx.athleteId} and ${importFiles.id} = said.id
      and ${importFiles.status} = 'waiting'`);
}
