import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { athleteContextForCommandLine } from "@/lib/auth/context";
import { exportArchive } from "@/lib/services/export-archive";
import type { Command } from "./command";
import { parseOptions } from "./parse-options";
import { UsageError } from "./usage-error";

const MB = 1_000_000;

export const exportCommand: Command = {
  name: "export",
  summary: "write everything of one athlete to an archive",
  database: "open",
  help: `Usage: formline export EMAIL FILE

Writes a ZIP archive with everything that belongs to the athlete: the original files as they
were received, every row as JSON, tables for spreadsheets, and a manifest with checksums.
It holds no password and no session. "formline restore" reads it; docs/export-format.md
describes it for other programs. ("formline db backup" saves the whole server instead.)

Example: formline export you@example.org formline.zip
`,
  async run(args, io) {
    const { positionals } = parseOptions(args, {});
    const [email, file] = positionals;
    if (!email || !file) throw new UsageError("Name the account and the file: export EMAIL FILE");
    const ctx = await athleteContextForCommandLine(email);
    const at = path.resolve(io.cwd, file);
    const partial = path.join(path.dirname(at), `.${path.basename(at)}.${process.pid}.partial`);
    try {
      const output = createWriteStream(partial, { mode: 0o600, flush: true });
      await pipeline(exportArchive(ctx, { email }), output);
      await rename(partial, at);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
    const { size } = await stat(at);
    io.out(`Wrote ${at} (${(size / MB).toFixed(1)} MB)\n`);
    return 0;
  },
};
