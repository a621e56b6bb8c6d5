import type { AssistantFeature } from "@/lib/assistant/settings";
import type { LocalDate } from "@/lib/dates/local-date";
import type { ModelRequest } from "@/lib/integrations/language-model";

/** Something that a model is to write for one athlete. */
export type ModelTask<Value> = Pick<ModelRequest<Value>, "prefix" | "turns" | "format"> & {
  readonly feature: AssistantFeature;
  /** The day that is written about; of a week its Monday. */
  readonly day: LocalDate;
  /** Of the prompt's version. */
  readonly promptHash: string;
  /** Exactly what is sent of the athlete's. */
  readonly sent: string;
};
