import { schedule } from "@/inngest/schedule";

const PREFIX = "formline-";

/** "formline-clean-up" as "clean-up". */
export function functionName(functionId: string): string {
  return functionId.startsWith(PREFIX) ? functionId.slice(PREFIX.length) : functionId;
}

/** The plain sentence of what the clock starts; null for what events start. */
export function functionPurpose(functionId: string): string | null {
  const key = functionName(functionId).replaceAll(/-(\w)/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
  return key in schedule ? schedule[key as keyof typeof schedule].says : null;
}
