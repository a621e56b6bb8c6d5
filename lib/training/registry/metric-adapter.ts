import type { VectorInput } from "./vector-input";

export type MetricOutputs = Readonly<Record<string, unknown>>;
/** From a vector's input to the outputs of one metric. */
export type MetricAdapter = (input: VectorInput) => MetricOutputs;
