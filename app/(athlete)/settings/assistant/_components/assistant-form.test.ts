import { createElement } from "react";
import { expect, it } from "vitest";
import { textOf } from "@/tests/support/text-of";
import { AssistantForm } from "./assistant-form";

const read = (isOffered: boolean) =>
  textOf(
    createElement(AssistantForm, {
      settings: { isOn: false, mayReadNotes: false, budgetUsd: 0.5 },
      ...{ isOffered, consentedAt: null, timeZone: "Europe/Berlin" },
    }),
  );

it("names all that is sent before anybody agrees", async () => {
  const text = await read(true);
  expect(text).toContain("your age, sex, weight and thresholds, when you were ill");
  expect(text).toContain("and what each number is from, such as Garmin");
  expect(text).toContain(
    "No name, place, address or birth date, and nothing that comes from Strava",
  );
  expect(text).not.toContain("No model is asked on this server");
});

it("says where no model is asked", async () => {
  expect(await read(false)).toContain("No model is asked on this server: it is switched off");
});
