import path from "node:path";
import { athleteContextForCommandLine, systemContext } from "@/lib/auth/context";
import { ports } from "@/lib/auth/ports";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import type { ArchiveProfile } from "@/lib/schemas/archive";
import { readArchive } from "@/lib/services/read-archive";
import { registerUser } from "@/lib/services/register-user";
import { restoreArchive } from "@/lib/services/restore-archive";
import type { Command, CommandIo } from "./command";
import { parseOptions } from "./parse-options";
import { UsageError } from "./usage-error";

export const restoreCommand: Command = {
  name: "restore",
  summary: "bring an athlete back from an exported archive",
  database: "open",
  help: `Usage: formline restore FILE --password-stdin [--email EMAIL]
       formline restore FILE --athlete EMAIL

Reads an archive that "formline export" or Settings, Your data made. Every file in it is
checked against its checksum first; then everything is put back, or nothing. With
--password-stdin a new account is made under the archive's address (or --email) with the
password that is piped in; with --athlete the data goes into an account that has none yet.
("formline db restore" brings back a whole server instead.)

Example: formline restore formline.zip --password-stdin < password.txt
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, {
      athlete: { type: "string" },
      email: { type: "string" },
      "password-stdin": { type: "boolean", default: false },
    });
    const [file] = positionals;
    if (!file) throw new UsageError("Name the archive: restore FILE");
    if ((values.athlete === undefined) === !values["password-stdin"]) {
      throw new UsageError(
        "Say where it goes: --athlete EMAIL for an account that is there, or pipe a password in with --password-stdin for a new one.",
      );
    }
    const archive = await readArchive(ports.zip, path.resolve(io.cwd, file));
    try {
      const email = values.athlete ?? values.email ?? archive.profile.email;
      if (values.athlete === undefined) await createAccount(email, archive.profile, io);
      const ctx = await athleteContextForCommandLine(email);
      const { activities, originals } = await restoreArchive(ctx, archive);
      io.out(`Restored ${activities} activities and ${originals} original files for ${email}.\n`);
      return 0;
    } finally {
      archive.zip.close();
    }
  },
};

async function createAccount(email: string, profile: ArchiveProfile, io: CommandIo): Promise<void> {
  const password = (await io.readInput()).replace(/\r?\n$/, "");
  if (password === "") throw new UsageError("Standard input held no password.");
  const { displayName: name, timeZone, isDemo } = profile;
  await registerUser(systemContext(), { email, name, password, timeZone, isDemo }, LOCAL_ORIGIN);
}
