type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** The first thing to say about each field. */
export function firstErrors<Name extends string>(
  issues: readonly Issue[],
): Partial<Record<Name, string>> {
  const errors: Partial<Record<string, string>> = {};
  for (const { path, message } of issues) errors[String(path[0])] ??= message;
  return errors as Partial<Record<Name, string>>;
}
