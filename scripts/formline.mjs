#!/usr/bin/env node
// The `formline` command: runs scripts/formline.ts from whatever folder it is called in.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const child = spawn(
  process.execPath,
  [
    "--conditions=react-server",
    "--import",
    import.meta.resolve("tsx"),
    here("formline.ts"),
    ...process.argv.slice(2),
  ],
  { stdio: "inherit", env: { TSX_TSCONFIG_PATH: here("../tsconfig.json"), ...process.env } },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
