import "server-only";
import path from "node:path";
import { env } from "@/lib/env";
import { archiveReader } from "@/lib/integrations/files/archive/archive-reader";
import { fileReader } from "@/lib/integrations/files/file-reader";
import type { Ports, Spool } from "@/lib/integrations/ports";
import { createSpool } from "@/lib/integrations/spool/create-spool";

let spool: Spool | undefined;

/** The real outside world, assembled in one place; the spool when it is first needed. */
export const ports: Ports = Object.freeze({
  files: fileReader,
  archives: archiveReader,
  get spool() {
    spool ??= createSpool(path.join(env().dataDir, "spool"));
    return spool;
  },
});
