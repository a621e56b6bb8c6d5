import type { Route } from "next";
import type { MethodSlug } from "./method-catalogue";

/** Where a method is explained. */
export function methodHref(slug: MethodSlug): Route {
  return `/methods/${slug}` as Route;
}
