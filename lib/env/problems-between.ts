import path from "node:path";
import { type EnvProblem, type Name, VARIABLES, type Values } from "./variables";

/** What is wrong with values that are each right by themselves. */
export function problemsBetween(values: Partial<Values>, isBuild: boolean): EnvProblem[] {
  return [
    ...combinationProblems(values, isBuild),
    ...folderProblems(values),
    ...sourceProblems(values),
  ];
}

/** What is right by itself but not together, or must not be left to a default in production. */
function combinationProblems(values: Partial<Values>, isBuild: boolean): EnvProblem[] {
  const problems: EnvProblem[] = [];
  const add = (variable: Name, problem: string) =>
    problems.push({ variable, problem, consequence: VARIABLES[variable].consequence });

  const driver = values.FORMLINE_DB_DRIVER;
  if ((driver === "postgres" || driver === "neon") && !values.DATABASE_URL) {
    add("DATABASE_URL", `is required when FORMLINE_DB_DRIVER is "${driver}"`);
  }
  if (driver === "pglite" && values.DATABASE_URL) {
    add("FORMLINE_DB_DRIVER", 'is "pglite" although DATABASE_URL is set; remove one of them');
  }
  if (values.INNGEST_EVENT_KEY && !values.INNGEST_SIGNING_KEY && !values.INNGEST_DEV) {
    add("INNGEST_SIGNING_KEY", "is required when INNGEST_EVENT_KEY is set");
  }
  if (values.INNGEST_SIGNING_KEY && !values.INNGEST_EVENT_KEY && !values.INNGEST_DEV) {
    add("INNGEST_EVENT_KEY", "is required when INNGEST_SIGNING_KEY is set");
  }
  if (values.NODE_ENV === "production" && values.DATABASE_URL && !isBuild) {
    if (!values.FORMLINE_SECRET) add("FORMLINE_SECRET", "is required with DATABASE_URL");
    if (!values.FORMLINE_URL) add("FORMLINE_URL", "is required with DATABASE_URL");
  }
  return problems;
}

/** An application that a vendor knows has an id and a secret. */
function sourceProblems(values: Partial<Values>): EnvProblem[] {
  const pairs = [
    ["FORMLINE_GARMIN_PARTNER_ID", "FORMLINE_GARMIN_PARTNER_SECRET"],
    ["FORMLINE_STRAVA_ID", "FORMLINE_STRAVA_SECRET"],
  ] as const;
  return pairs.flatMap(([id, secret]) => {
    if (Boolean(values[id]) === Boolean(values[secret])) return [];
    const [variable, other] = values[id] ? [secret, id] : [id, secret];
    const problem = `is required with ${other}`;
    return [{ variable, problem, consequence: VARIABLES[variable].consequence }];
  });
}

/** What is received would be found in the watched folder, and received again. */
function folderProblems(values: Partial<Values>): EnvProblem[] {
  const { FORMLINE_WATCH_DIR: watched, FORMLINE_DATA_DIR: data } = values;
  if (watched === undefined || data === undefined) return [];
  const leadsOut = (way: string) => way.startsWith("..") || path.isAbsolute(way);
  if (leadsOut(path.relative(watched, data)) && leadsOut(path.relative(data, watched))) return [];
  const variable = "FORMLINE_WATCH_DIR";
  const problem = "and FORMLINE_DATA_DIR must not lie one in the other";
  return [{ variable, problem, consequence: VARIABLES[variable].consequence }];
}
