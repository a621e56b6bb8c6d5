import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findAthleteByEmail } from "@/db/queries/system";
import { DEMO_ATHLETE } from "@/db/seed/demo-athlete";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { env } from "@/lib/env";
import { finishImportBatch } from "@/lib/runtime/finish-import-batch";
import { registerUser } from "@/lib/services/register-user";
import { resetPassword } from "@/lib/services/reset-password";
import { isDemoSeeded, seedDemo } from "@/lib/services/seed-demo";
import type { Command, CommandIo } from "./command";
import { parseOptions } from "./parse-options";

export const demoCommand: Command = {
  name: "demo",
  summary: "create the demo athlete with a year of training, and say how to sign in",
  database: "open",
  help: `Usage: formline demo

Creates the account ${DEMO_ATHLETE.email} with an invented year of training that ends today,
imported through the same jobs as anybody's data. Where the account exists already,
only says how to sign in. "npm run demo" does this and starts the server.
`,
  async run(args, io) {
    parseOptions(args, { "no-serve": { type: "boolean" } });
    const known = await systemContext().tx((tx) => findAthleteByEmail(tx, DEMO_ATHLETE.email));
    const password = known ? await knownPassword() : await create();
    const ctx = await athleteContextForCommandLine(DEMO_ATHLETE.email);
    if (!(await isDemoSeeded(ctx))) await seed(ctx, io);
    io.out(
      `\nFormline:  ${env().publicUrl}\nSign in:   ${DEMO_ATHLETE.email}\nPassword:  ${password}\n\n`,
    );
    return 0;
  },
};

async function create(): Promise<string> {
  const password = newPassword();
  const { email, name, timeZone } = DEMO_ATHLETE;
  await registerUser(
    systemContext(),
    { email, name, password, timeZone, isDemo: true },
    LOCAL_ORIGIN,
  );
  keep(password);
  return password;
}

async function seed(ctx: AthleteContext, io: CommandIo): Promise<void> {
  io.out("Making a year of demo training …\n");
  const { batchId, files } = await seedDemo(ctx);
  io.out(`Importing ${files} files …\n`);
  await finishImportBatch(ctx, batchId);
}

/** The one that was printed before; a new one where its file is gone. */
async function knownPassword(): Promise<string> {
  try {
    const kept = JSON.parse(readFileSync(passwordFile(), "utf8")) as { password: string };
    return kept.password;
  } catch {
    const password = newPassword();
    await resetPassword(systemContext(), { email: DEMO_ATHLETE.email, password });
    keep(password);
    return password;
  }
}

function newPassword(): string {
  return randomBytes(12).toString("base64url");
}

function passwordFile(): string {
  return path.join(env().dataDir, "demo.json");
}

/** Readable by the owner alone, like the data beside it. */
function keep(password: string): void {
  mkdirSync(env().dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile(), `${JSON.stringify({ password })}\n`, { mode: 0o600 });
}
