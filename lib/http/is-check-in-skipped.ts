import "server-only";
import { cookies } from "next/headers";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import { CHECK_IN_SKIPPED_COOKIE, checkInSkippedValue } from "@/lib/schemas/check-in";

/** Whether this browser has waved the day's check-in off. */
export async function isCheckInSkipped(
  { athleteId }: Pick<AthleteContext, "athleteId">,
  day: LocalDate,
): Promise<boolean> {
  const skipped = (await cookies()).get(CHECK_IN_SKIPPED_COOKIE)?.value;
  return skipped === checkInSkippedValue(athleteId, day);
}
