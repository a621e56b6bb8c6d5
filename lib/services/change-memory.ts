import "server-only";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { updateProfile } from "@/db/mutations/update-profile";
import { findProfile } from "@/db/queries/find-profile";
import type { AthleteContext } from "@/lib/auth/context";
import type { ChangeMemoryInput } from "@/lib/schemas/context";

/** Keeps what the athlete says of one thing that is kept in mind: their words, not at all, or as it was. */
export async function changeMemory(
  ctx: AthleteContext,
  { id, change, text }: ChangeMemoryInput,
): Promise<void> {
  await ctx.tx(async (tx) => {
    await lockAthlete(tx);
    const { [id]: before, ...others } = (await findProfile(tx)).memoryEdits;
    const edit = {
      hide: { ...before, isHidden: true as const },
      correct: { text },
      restore: null,
    }[change];
    await updateProfile(tx, { memoryEdits: edit ? { ...others, [id]: edit } : others });
  });
}
