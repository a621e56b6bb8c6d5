import "server-only";
import { cookies } from "next/headers";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import { env } from "@/lib/env";

/** A day's check-in, or how ready a week felt. */
type Question = "check-in" | "week";

const ONE_DAY_S = 86_400;
const KEPT_S: Readonly<Record<Question, number>> = { "check-in": ONE_DAY_S, week: 7 * ONE_DAY_S };

/** Whether this browser has waved the question off, of the day or of the week that begins then. */
export async function isSkipped(
  ctx: Pick<AthleteContext, "athleteId">,
  question: Question,
  of: LocalDate,
): Promise<boolean> {
  return (await cookies()).get(nameOf(question))?.value === markOf(ctx, of);
}

/** The browser remembers it for one athlete and day or week; nothing about it is stored here. */
export async function skipQuestion(
  ctx: Pick<AthleteContext, "athleteId">,
  question: Question,
  of: LocalDate,
): Promise<void> {
  (await cookies()).set(nameOf(question), markOf(ctx, of), {
    ...{ httpOnly: true, sameSite: "lax", secure: env().isHttps, path: "/" },
    maxAge: KEPT_S[question],
  });
}

function nameOf(question: Question): string {
  return `formline.${question}-skipped`;
}

function markOf({ athleteId }: Pick<AthleteContext, "athleteId">, of: LocalDate): string {
  return `${athleteId}.${of}`;
}
