/** What a server action answers, as far as a control that saves by itself cares. */
type SaveAnswer = {
  readonly serverError?: { readonly message: string } | undefined;
  readonly validationErrors?: unknown;
};

/** Why a change was not kept, in one sentence; null when it was. An answer that never came is undefined. */
export function saveProblem(answer: SaveAnswer | undefined): string | null {
  if (answer && !answer.serverError && !answer.validationErrors) return null;
  return answer?.serverError?.message ?? "This could not be saved. Try again in a moment.";
}
