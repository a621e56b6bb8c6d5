import { spawnSync } from "node:child_process";

/** Gives the account of the running server the role, by the command that an operator has. */
export function makeAdmin(email: string): void {
  const done = spawnSync(
    process.execPath,
    [
      "--conditions=react-server",
      "--import",
      "tsx",
      "scripts/formline.ts",
      "user",
      "role",
      email,
      "admin",
    ],
    { encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } },
  );
  if (done.status !== 0) throw new Error(`${email} did not become an admin: ${done.stderr}`);
}
