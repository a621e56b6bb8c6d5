import process from "node:process";
import type { FileContent } from "@/lib/integrations/ports";
import { fileReader } from "../file-reader";

export type ReadingRequest = { readonly bytes: Uint8Array; readonly name: string };
/** "ready" once, then what each file turned out to be. */
export type ReadingReply = "ready" | FileContent;

const reply = (message: ReadingReply) => process.send?.(message);

/** Reads each file that it is sent, and ends when its parent lets go. */
process.on("message", async ({ bytes, name }: ReadingRequest) => {
  reply(await fileReader.read(bytes, name));
});
process.on("disconnect", () => process.exit());
reply("ready");
