import path from "node:path";
import { getDatabase } from "@/db/client";
import { backupDatabase } from "@/db/maintenance/backup-database";
import { checkDatabase } from "@/db/maintenance/check-database";
import { restoreDatabase } from "@/db/maintenance/restore-database";
import { env } from "@/lib/env";
import { noteBackup } from "@/lib/files/last-backup";
import type { Command, CommandIo } from "./command";
import { parseOptions } from "./parse-options";
import { UsageError } from "./usage-error";

export const dbCommand: Command = {
  name: "db",
  summary: "migrate, back up, restore and check the database",
  database: "open",
  help: `Usage: formline db migrate
       formline db backup FILE
       formline db restore FILE
       formline db check [--json]

migrate   brings the database to this version's schema (every start does so as well)
backup    writes the whole embedded database to FILE; use pg_dump for PostgreSQL
restore   puts a backup in place of an empty embedded database
check     looks for broken rows, missing row-level security and an old schema

Exit code: 0, or 1 when the check finds something.
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, {
      json: { type: "boolean", default: false },
    });
    const [verb, file] = positionals;
    if (verb === "migrate") {
      io.out("The database is at this version's schema.\n");
      return 0;
    }
    if (verb === "check") return check(io, values.json === true);
    if (verb !== "backup" && verb !== "restore") {
      throw new UsageError(
        "Say what to do: db migrate, db backup FILE, db restore FILE or db check.",
      );
    }
    if (!file) throw new UsageError(`Name the file: db ${verb} FILE`);
    const at = path.resolve(io.cwd, file);
    if (verb === "restore") await restoreDatabase(getDatabase(), at);
    else {
      await backupDatabase(getDatabase(), at);
      await noteBackup(env().dataDir, new Date());
    }
    io.out(verb === "backup" ? `Wrote ${at}\n` : `Restored ${at}\n`);
    return 0;
  },
};

async function check(io: CommandIo, isJson: boolean): Promise<number> {
  const problems = await checkDatabase(getDatabase());
  if (isJson) io.out(`${JSON.stringify({ ok: problems.length === 0, problems })}\n`);
  else if (problems.length === 0) io.out("The database is sound.\n");
  else for (const problem of problems) io.out(`${problem}\n`);
  return problems.length === 0 ? 0 : 1;
}
