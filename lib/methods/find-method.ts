import { METHODS, type Method } from "./method-catalogue";

const BY_SLUG: ReadonlyMap<string, Method> = new Map(
  METHODS.map((method) => [method.slug, method]),
);
const BY_FORMULA: ReadonlyMap<string, Method> = new Map(
  METHODS.flatMap((method) => method.formulas.map((formula) => [formula, method] as const)),
);

/** The method of a page's name; null when there is none. */
export function methodOfSlug(slug: string): Method | null {
  return BY_SLUG.get(slug) ?? null;
}

/** "NP-1@1" → the method that explains NP-1; null for a formula without a page. */
export function methodOfFormula(formula: string): Method | null {
  return BY_FORMULA.get(formula.split("@")[0] ?? "") ?? null;
}
