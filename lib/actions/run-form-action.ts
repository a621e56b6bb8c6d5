import "server-only";
import type { AthleteContext } from "@/lib/auth/context";
import { requireAthleteForApi } from "@/lib/auth/current-athlete";
import { toAppError } from "@/lib/http/error-body";
import type { FormState } from "@/lib/schemas/form-state";

/**
 * What every form action does around its one service call: prove who asks, and turn an
 * error into the sentence that the form shows. Anything unexpected is logged, not shown.
 */
export async function runFormAction(
  work: (ctx: AthleteContext) => Promise<FormState | undefined>,
): Promise<FormState> {
  const ctx = await requireAthleteForApi();
  try {
    return (await work(ctx)) ?? { message: null };
  } catch (error) {
    const shown = toAppError(error);
    if (shown.code === "internal") ctx.log.error({ err: error }, "a form action failed");
    return { message: shown.message };
  }
}
