import type { Fact } from "@/lib/training/insights/finding";
import type { Quantity } from "./claim-types";

/** A number of a text and the fact that it was found to be. */
export type Placed = { readonly quantity: Quantity; readonly fact: Fact };
