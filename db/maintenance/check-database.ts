import "server-only";
import path from "node:path";
import type { OpenDatabase } from "../client";
import { databaseProblems } from "./database-problems";

/**
 * Checks the open database against this version, changing nothing. Returns one sentence for
 * each problem; none means sound. `folder` is where the migrations are.
 */
export async function checkDatabase(
  database: OpenDatabase,
  options: { readonly folder?: string } = {},
): Promise<string[]> {
  const folder = options.folder ?? path.join(process.cwd(), "db", "migrations");
  return database.transaction(["SET TRANSACTION READ ONLY"], (tx) => databaseProblems(tx, folder));
}
