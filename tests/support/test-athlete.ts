import type { OpenDatabase } from "@/db/client";
import { runAsSystem } from "@/db/run-as-system";
import { athleteSchedules, athletes, users } from "@/db/schema";
import { type AthleteId, newId, type UserId } from "@/lib/ids";

export type TestAthlete = { readonly userId: UserId; readonly athleteId: AthleteId };

/** A user with its athlete row and schedule, as sign-up leaves them. */
export async function createTestAthlete(
  database: OpenDatabase,
  values: Partial<typeof athletes.$inferInsert> = {},
): Promise<TestAthlete> {
  const userId = newId<UserId>();
  const athleteId = newId<AthleteId>();
  const email = `${userId}@example.test`;
  await runAsSystem(database)(async ({ db }) => {
    await db.insert(users).values({ id: userId, email, emailKey: email, name: "Test athlete" });
    await db.insert(athletes).values({
      id: athleteId,
      userId,
      displayName: "Test athlete",
      timeZone: "Europe/Paris",
      ...values,
    });
    await db.insert(athleteSchedules).values({ athleteId, nextMorningAt: new Date(0) });
  });
  return { userId, athleteId };
}
