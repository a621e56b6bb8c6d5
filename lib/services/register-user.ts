import "server-only";
import { insertAuditEntry } from "@/db/mutations/audit-log";
import { type CreatedUser, insertUser } from "@/db/mutations/users";
import type { SystemContext } from "@/lib/auth/context";
import { hashPassword } from "@/lib/auth/password-hash";
import { passwordWeakness } from "@/lib/auth/password-weakness";
import { LOCAL_ORIGIN, type RequestOrigin } from "@/lib/auth/request-origin";
import { nextMorning } from "@/lib/dates/next-morning";
import { AppError, invalidInput } from "@/lib/errors";
import { type SignUpInput, signUpSchema } from "@/lib/schemas/sign-up";
import { parseInput } from "./parse-input";

/** Minutes after local midnight at which the morning of a new athlete runs. */
const MORNING_MINUTE = 360;

/**
 * Makes an account with its athlete and the athlete's first morning, all or nothing. Throws
 * "invalid_input" (details.field) for what is malformed or easily guessed and
 * "conflict" when the address has an account. `isDemo` marks made-up data for good.
 */
export async function registerUser(
  ctx: SystemContext,
  input: SignUpInput & { readonly isDemo?: boolean },
  origin: RequestOrigin = LOCAL_ORIGIN,
): Promise<CreatedUser> {
  const { name, email, password, timeZone } = parseInput(signUpSchema, input);
  const weakness = passwordWeakness(password, [name, email]);
  if (weakness) throw invalidInput(weakness, { field: "password" });
  // Hashed before the look-up: a taken address answers as slowly as a free one.
  const passwordHash = await hashPassword(password);
  const created = await ctx.tx(async (tx) => {
    const user = await insertUser(tx, {
      email,
      name,
      passwordHash,
      timeZone,
      isDemo: input.isDemo ?? false,
      nextMorningAt: nextMorning(ctx.now, timeZone, MORNING_MINUTE),
    });
    await insertAuditEntry(tx, {
      event: "user.registered",
      outcome: user ? "ok" : "denied",
      userId: user?.userId ?? null,
      addressPrefix: origin.addressPrefix,
      requestId: ctx.requestId,
      now: ctx.now,
    });
    return user;
  });
  if (created) return created;
  throw new AppError(
    "conflict",
    "This account could not be made. If you have one with this address, sign in instead.",
  );
}
