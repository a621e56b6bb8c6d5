import { spawnSync } from "node:child_process";
import { programArguments } from "@/scripts/build/bundle.mjs";

/** Gives the account of the running server the role, by the command that an operator has. */
export function makeAdmin(email: string): void {
  const done = spawnSync(
    process.execPath,
    [...programArguments("scripts/formline.ts"), "user", "role", email, "admin"],
    { encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } },
  );
  if (done.status !== 0) throw new Error(`${email} did not become an admin: ${done.stderr}`);
}
