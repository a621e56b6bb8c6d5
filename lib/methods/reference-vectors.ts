import reference from "./reference-vectors.json";
import { type VectorsFile, vectorsFile } from "./vectors-file";

/**
 * The vectors that come with every copy: inputs in words and numbers, and what the published
 * formulas give for them, worked out apart from this code.
 */
export const REFERENCE_VECTORS: VectorsFile["vectors"] = vectorsFile.parse(reference).vectors;
