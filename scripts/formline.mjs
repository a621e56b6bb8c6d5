#!/usr/bin/env node
// The `formline` command. It runs in the project's folder, whatever folder it is called in, and
// hands that folder on for the paths that it is given.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { programArguments } from "./build/bundle.mjs";

const byNpm = process.env.npm_lifecycle_event === "formline";
const calledFrom = (byNpm && process.env.INIT_CWD) || process.cwd();
const child = spawn(
  process.execPath,
  [...programArguments("scripts/formline.ts"), ...process.argv.slice(2)],
  {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: "inherit",
    // At a terminal the outcome is enough; a server's log tells more.
    env: { LOG_LEVEL: "warn", ...process.env, INIT_CWD: calledFrom },
  },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
