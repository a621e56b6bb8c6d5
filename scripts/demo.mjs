// `npm run demo`: from a fresh clone to a running app with the demo athlete in it.
import { spawn, spawnSync } from "node:child_process";
import { buildApp } from "./build/build.mjs";
import { installDependencies, requireNode } from "./build/install.mjs";

requireNode();
installDependencies();
buildApp();
// Loaded only now: before, its packages may not be there.
const { programArguments } = await import("./build/bundle.mjs");

const env = {
  NEXT_TELEMETRY_DISABLED: "1",
  LOG_LEVEL: "warn",
  ...process.env,
  NODE_ENV: "production",
};

const seeded = spawnSync(
  process.execPath,
  [...programArguments("scripts/formline.ts"), "demo", ...process.argv.slice(2)],
  {
    stdio: "inherit",
    env,
  },
);
if (seeded.status !== 0) process.exit(seeded.status ?? 1);
if (process.argv.includes("--no-serve")) process.exit(0);

const port = env.PORT ?? "3000";
const server = spawn(process.execPath, ["scripts/serve.mjs"], {
  stdio: "inherit",
  env: { ...env, FORMLINE_URL: env.FORMLINE_URL ?? `http://127.0.0.1:${port}` },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
