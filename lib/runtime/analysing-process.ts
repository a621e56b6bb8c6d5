import { readFile } from "node:fs/promises";
import { fileReader } from "@/lib/integrations/files/file-reader";
import { answerRequests } from "@/lib/integrations/files/isolated/answer-requests";
import { type AnalysedFile, type AnalysisRequest, analyseFile } from "@/lib/services/analyse-file";

answerRequests<AnalysisRequest, AnalysedFile>(async (request) =>
  analyseFile(fileReader, await readFile(request.path), request),
);
