/** Called by tests: see bundle.mjs. */
export function programArguments(entry: string): string[];
