import { expect, it } from "vitest";
import { MODELS, type ModelId } from "./models";
import { ASSISTANT_FEATURES, ASSISTANT_SETTINGS } from "./settings";

const price = (id: ModelId) => MODELS[id].prices[0].output;

it("asks the cheapest model first, and a better one only when that fails", () => {
  const cheapest = Math.min(...(Object.keys(MODELS) as ModelId[]).map(price));
  for (const feature of ASSISTANT_FEATURES) {
    expect(price(ASSISTANT_SETTINGS.features[feature].model)).toBe(cheapest);
  }
  expect(price(ASSISTANT_SETTINGS.escalation.model)).toBeGreaterThan(cheapest);
});

it("gives a batch up only after the provider has", () => {
  expect(ASSISTANT_SETTINGS.batch.capS).toBeGreaterThan(24 * 3600);
  expect(ASSISTANT_SETTINGS.batch.mostPollS).toBeGreaterThan(ASSISTANT_SETTINGS.batch.firstPollS);
});
