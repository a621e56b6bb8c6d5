import "server-only";
import type { Ports } from "@/lib/integrations/ports";

/** The real outside world, assembled in one place. */
export const ports: Ports = Object.freeze({
  get files(): never {
    throw new Error("The file reader is not assembled yet.");
  },
  get archives(): never {
    throw new Error("The archive reader is not assembled yet.");
  },
  get spool(): never {
    throw new Error("The spool is not assembled yet.");
  },
});
