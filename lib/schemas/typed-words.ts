import { z } from "./zod";

/** Words that somebody types, without blanks around them, nor the one sign that no text column takes. */
export const typedWords = () =>
  z
    .string()
    .overwrite((text) => text.replaceAll("\u0000", ""))
    .trim();
