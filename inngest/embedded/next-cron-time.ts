import { Cron } from "croner";

export type CronExpression = { readonly pattern: string; readonly timeZone: string };

/** Splits "TZ=Europe/Paris 0 6 * * *"; without a zone it means UTC, as on Inngest. */
export function parseCron(expression: string): CronExpression {
  const zoned = /^TZ=(\S+)\s+(.+)$/.exec(expression.trim());
  return zoned
    ? { timeZone: zoned[1] ?? "UTC", pattern: zoned[2] ?? "" }
    : { timeZone: "UTC", pattern: expression.trim() };
}

/**
 * The first time after `after` that the expression names. A local time that the spring
 * change skips happens when the gap ends; one that the autumn change repeats happens once.
 * Throws for a malformed expression, an unknown zone, or a time that never comes.
 */
export function nextCronTime(expression: string, after: Date): Date {
  const { pattern, timeZone } = parseCron(expression);
  if (pattern.split(/\s+/).length !== 5) throw new Error(`not five fields: "${pattern}"`);
  const next = new Cron(pattern, { timezone: timeZone, paused: true }).nextRun(after);
  if (!next) throw new Error(`"${pattern}" never happens`);
  return next;
}
