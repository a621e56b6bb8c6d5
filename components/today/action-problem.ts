type ActionResult = {
  readonly serverError?: { readonly message: string } | undefined;
  readonly validationErrors?: unknown;
};

/** Why an action did not do its work, as one sentence for the form; null when it did. */
export function actionProblem(result: ActionResult): string | null {
  if (result.serverError) return result.serverError.message;
  return result.validationErrors ? "Please answer all of them, one of the five each." : null;
}
