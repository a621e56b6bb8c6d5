import type { AthleteContext } from "@/lib/auth/context";

/** The same with a model that is waited for no longer than a fifth of a second. */
export function impatient(ctx: AthleteContext): AthleteContext {
  const { languageModel, spool } = ctx.ports;
  if (!languageModel) throw new Error("There is no model to be waited for.");
  const hasty: typeof languageModel = {
    ...languageModel,
    write: (request) => languageModel.write({ ...request, timeoutS: 0.2 }),
  };
  return { ...ctx, ports: { ...ctx.ports, spool, languageModel: hasty } };
}
