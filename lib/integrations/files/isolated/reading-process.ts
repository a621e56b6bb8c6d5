import type { FileContent } from "@/lib/integrations/ports";
import { fileReader } from "../file-reader";
import { answerRequests } from "./answer-requests";

export type ReadingRequest = { readonly bytes: Uint8Array; readonly name: string };

answerRequests<ReadingRequest, FileContent>(({ bytes, name }) => fileReader.read(bytes, name));
