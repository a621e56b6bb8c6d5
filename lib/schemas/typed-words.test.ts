import { expect, it } from "vitest";
import { activityEdit } from "./activity-edit";
import { checkInInput } from "./check-in";
import { changeMemoryInput } from "./context";
import { contextInput } from "./insights";
import { typedWords } from "./typed-words";

it("keeps what was typed, but for blanks around it and a sign that cannot be stored", () => {
  expect(typedWords().parse(" \u0000 Ride\u0000 in the rain \n")).toBe("Ride in the rain");
  expect(typedWords().min(1).safeParse("\u0000 ").success).toBe(false);
});

it("is what everything that an athlete may tell is made of", () => {
  const said = "a\u0000b";
  const day = { fromDay: "2026-11-22", toDay: "2026-11-22" };
  const feel = { readiness: 3, soreness: 3, mood: 3, stress: 3, hasSymptoms: false };
  const taken = [
    contextInput.parse({ kind: "note", title: said, ...day }).title,
    checkInInput.parse({ ...feel, note: said }).note,
    changeMemoryInput.parse({ id: "week:1", change: "correct", text: said }).text,
    ...(["title", "remark"] as const).map((kind) => activityEdit.parse({ kind, value: said })),
  ];
  expect(JSON.stringify(taken)).not.toContain("\\u0000");
});
