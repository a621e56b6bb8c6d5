import { eq } from "drizzle-orm";
import { athleteSchedules, athletes, users } from "@/db/schema";
import type { SystemTx } from "@/db/scope";
import type { AthleteId, UserId } from "@/lib/ids";
import { emailKey } from "../queries/system";

export type NewUser = {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly timeZone: string;
  readonly isDemo: boolean;
  readonly nextMorningAt: Date;
};

export type CreatedUser = { readonly userId: UserId; readonly athleteId: AthleteId };

/** The user, the athlete and the athlete's first morning; null when the address is taken. */
export async function insertUser(tx: SystemTx, user: NewUser): Promise<CreatedUser | null> {
  const { email, name, passwordHash, timeZone, isDemo, nextMorningAt } = user;
  const [created] = await tx.db
    .insert(users)
    .values({ email: email.trim(), emailKey: emailKey(email), name, passwordHash, isDemo })
    .onConflictDoNothing({ target: users.emailKey })
    .returning({ id: users.id });
  if (!created) return null;
  const [athlete] = await tx.db
    .insert(athletes)
    .values({ userId: created.id, displayName: name, timeZone, isDemo })
    .returning({ id: athletes.id });
  if (!athlete) throw new Error("The athlete was not stored.");
  await tx.db.insert(athleteSchedules).values({ athleteId: athlete.id, nextMorningAt });
  return { userId: created.id, athleteId: athlete.id };
}

/** Null when there is no account with this address. */
export async function setRole(
  tx: SystemTx,
  email: string,
  role: (typeof users.$inferSelect)["role"],
): Promise<UserId | null> {
  const [changed] = await tx.db
    .update(users)
    .set({ role })
    .where(eq(users.emailKey, emailKey(email)))
    .returning({ id: users.id });
  return changed?.id ?? null;
}

export async function setPasswordHash(
  tx: SystemTx,
  userId: UserId,
  passwordHash: string,
): Promise<void> {
  await tx.db.update(users).set({ passwordHash }).where(eq(users.id, userId));
}
