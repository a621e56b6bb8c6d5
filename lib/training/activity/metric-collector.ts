import type { LoadAlternative, LoadMethod, MetricValue, QualityNote } from "./activity-types";

/** Gathers the metrics of one activity, each with its receipt. */
export class MetricCollector {
  readonly metrics: Record<string, MetricValue> = {};
  readonly loads: LoadAlternative[] = [];
  readonly notes: QualityNote[] = [];

  /** A number that is null or not finite is stored as null with the reason. */
  set(name: string, value: number | null, unit: string, formula: string, reason: string): void {
    this.metrics[name] =
      value !== null && Number.isFinite(value)
        ? { value, unit, formula }
        : { value: null, unit, formula, reason };
  }

  /** A load that is null is no alternative. */
  addLoad(method: LoadMethod, load: number | null, formula: string): void {
    if (load !== null && Number.isFinite(load)) this.loads.push({ method, load, formula });
  }
}
