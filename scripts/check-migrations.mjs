// Fails when the schema in code would generate a migration that is not committed.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

const scratch = mkdtempSync(".migration-drift-");
try {
  cpSync("db/migrations", path.join(scratch, "migrations"), { recursive: true });
  const before = readdirSync(path.join(scratch, "migrations")).length;
  const { status, stdout, stderr } = spawnSync(
    "node_modules/.bin/drizzle-kit",
    ["generate", "--config", "drizzle.config.ts"],
    { encoding: "utf8", env: { ...process.env, FORMLINE_MIGRATIONS: `./${scratch}/migrations` } },
  );
  const after = readdirSync(path.join(scratch, "migrations")).length;
  if (status !== 0 || after !== before) {
    process.stderr.write(
      `${stdout}${stderr}\nThe schema and db/migrations differ: run "npm run db:generate" and commit the result.\n`,
    );
    process.exit(1);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
