import { configurationFrom, type Env } from "./env/configuration";
import { problemsBetween } from "./env/problems-between";
import { type EnvProblem, readVariables, type Source, type Values } from "./env/variables";

/** Pure: the configuration in `source`, or every problem with it. */
export function parseEnv(
  source: Source,
):
  | { readonly env: Env; readonly problems: readonly [] }
  | { readonly env: null; readonly problems: readonly EnvProblem[] } {
  const isBuild = source.NEXT_PHASE === "phase-production-build";
  const { values, problems } = readVariables(source);
  problems.push(...problemsBetween(values, isBuild));
  if (problems.length > 0) return { env: null, problems };
  return { env: configurationFrom(values as Values, isBuild), problems: [] };
}

/** One line per problem, for the log and the command line. */
export function describeEnvProblems(problems: readonly EnvProblem[]): string {
  return problems.map((p) => `${p.variable} ${p.problem}: ${p.consequence}.`).join("\n");
}

// biome-ignore lint/style/noProcessEnv: the one place that reads it
const processEnv = process.env;
let cached: Env | undefined;

/** The configuration of this process. Throws with every problem named when it is not usable. */
export function env(): Env {
  if (cached) return cached;
  const parsed = parseEnv(processEnv);
  if (parsed.env === null) {
    throw new Error(`Configuration is not usable.\n${describeEnvProblems(parsed.problems)}`);
  }
  cached = parsed.env;
  // next-auth takes its own origin from here and nowhere else.
  processEnv.NEXTAUTH_URL ??= cached.publicUrl;
  return cached;
}

/** Every problem with the configuration of this process; empty when it is usable. */
export function validateEnv(): readonly EnvProblem[] {
  return parseEnv(processEnv).problems;
}
