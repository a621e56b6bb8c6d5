import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { type Browser, expect, test } from "@playwright/test";
import {
  type PostgresCluster,
  postgresBinaries,
  startPostgresCluster,
} from "../support/postgres-cluster";
import { type ProductionServer, startProductionServer } from "../support/production-server";
import { signUp } from "./support/accounts";

/** The ids of a process's children; Linux only, as the server binaries that are looked for. */
function childrenOf(pid: number): number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return listed.split(" ").filter(Boolean).map(Number);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Signs up and returns the cookies as a header. */
async function signedInCookies(browser: Browser, url: string): Promise<string> {
  const context = await browser.newContext({ baseURL: url });
  await signUp(await context.newPage());
  const cookies = await context.cookies();
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

test.describe("the server on PostgreSQL", () => {
  const binaries = postgresBinaries();
  test.skip(binaries === null, "no PostgreSQL server binary on this machine");
  test.describe.configure({ mode: "serial" });

  let scratch: string;
  let cluster: PostgresCluster;
  let variables: Record<string, string>;
  let server: ProductionServer | undefined;

  test.beforeAll(async () => {
    scratch = mkdtempSync(path.join(tmpdir(), "formline-serve-"));
    cluster = await startPostgresCluster(binaries ?? "");
    await cluster.admin('create database served owner "formline_owner"');
    variables = {
      DATABASE_URL: cluster.url("served"),
      FORMLINE_DATA_DIR: scratch,
      FORMLINE_SECRET: "of this test alone, 32 characters or more",
      FORMLINE_PEPPER: "of this test alone, 32 characters or more",
    };
  });
  test.afterEach(() => server?.stop());
  test.afterAll(async () => {
    await cluster?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  test("answers from every core, and every process knows the session", async ({ browser }) => {
    server = await startProductionServer(variables);
    const { url, pid, ended } = server;
    const processes = childrenOf(pid);
    expect(processes).toHaveLength(Math.min(4, availableParallelism()));
    const cookie = await signedInCookies(browser, url);
    // A connection of its own for each: they go round the processes.
    const load = (path: string, headers: Record<string, string>) =>
      fetch(url + path, { headers: { ...headers, connection: "close" }, redirect: "manual" });
    const known = await Promise.all(
      processes.flatMap(() => [load("/today", { cookie }), load("/today", { cookie })]),
    );
    expect(known.map(({ status }) => status)).toEqual(known.map(() => 200));
    const unknown = await Promise.all(processes.map(() => load("/today", {})));
    expect(unknown.map(({ status }) => status)).toEqual(unknown.map(() => 307));

    process.kill(pid, "SIGTERM");
    expect(await ended).toBe(0);
    expect(processes.filter(isAlive)).toEqual([]);
  });

  test("adds up what its processes count, whichever of them is asked", async () => {
    const token = "of this test alone, 32 characters or more".replaceAll(" ", "-");
    server = await startProductionServer({ ...variables, FORMLINE_METRICS_TOKEN: token });
    const { url } = server;
    const load = (path: string, headers: Record<string, string> = {}) =>
      fetch(url + path, { headers: { ...headers, connection: "close" } });
    expect((await load("/api/metrics")).status).toBe(404);
    const asked = 20;
    for (let n = 0; n < asked; n++) await load("/api/health/live");
    const count = async () => {
      const answer = await load("/api/metrics", { authorization: `Bearer ${token}` });
      const line = /^http_request_duration_seconds_count\{route="\/api\/health\/live".*\} (\d+)$/m;
      return Number(line.exec(await answer.text())?.[1]);
    };
    // An answer is counted when it has ended, which its reader may know a moment earlier.
    await expect.poll(count).toBe(asked);
    for (let n = 0; n < 4; n++) expect(await count()).toBe(asked);
  });

  test("ends as a whole, and says so, when one of its processes is killed", async () => {
    server = await startProductionServer(variables);
    const { pid, ended } = server;
    const processes = childrenOf(pid);
    process.kill(processes[0] ?? 0, "SIGKILL");
    expect(await ended).toBe(1);
    expect(processes.filter(isAlive)).toEqual([]);
  });

  test("does not wait for a process that hangs", async () => {
    test.skip(availableParallelism() < 2, "one core: there is no second process");
    server = await startProductionServer(variables);
    const { pid, ended } = server;
    const [killed = 0, hanging = 0] = childrenOf(pid);
    process.kill(hanging, "SIGSTOP");
    process.kill(killed, "SIGKILL");
    expect(await ended).toBe(1);
    expect([killed, hanging].filter(isAlive)).toEqual([]);
  });
});
