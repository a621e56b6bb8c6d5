import { fileReader } from "@/lib/integrations/files/file-reader";
import { answerRequests } from "@/lib/integrations/files/isolated/answer-requests";
import {
  type AnalysedFile,
  type AnalysisRequest,
  analyseFileWith,
} from "@/lib/services/analyse-file";

answerRequests<AnalysisRequest, AnalysedFile>(analyseFileWith(fileReader));
