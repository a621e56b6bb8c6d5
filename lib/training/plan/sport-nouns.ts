import type { EnduranceSport } from "./template-types";

export const SPORT_NOUNS: Readonly<Record<EnduranceSport, string>> = {
  cycling: "Cycling",
  running: "Running",
  swimming: "Swimming",
};
