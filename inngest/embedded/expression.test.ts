import { describe, expect, it } from "vitest";
import {
  conditionsHold,
  evaluateKey,
  parseConditions,
  parseKey,
  requiredContent,
} from "./expression";

const event = { name: "x", data: { id: "a", n: 3, ok: true, none: null, deep: { er: "z" } } };

describe("parseConditions", () => {
  it.each([
    "event.data.id == 'a'",
    'event.data.id == "a" && event.data.n == 3',
    "true == event.data.ok",
    "event.data.deep.er=='z'",
    "event.data.none == null",
    "event.data.id == event.data.id",
    "'a == b && c' == 'a == b && c'",
  ])("holds: %s", (expression) => {
    expect(conditionsHold(parseConditions(expression) ?? [], event)).toBe(true);
  });

  it.each([
    "event.data.id == 'b'",
    "event.data.n == '3'",
    "event.data.missing == null",
    "event.data.id == 'a' && event.data.n == 4",
  ])("does not hold: %s", (expression) => {
    expect(conditionsHold(parseConditions(expression) ?? [], event)).toBe(false);
  });

  it.each([
    "",
    "event.data.n > 3",
    "event.data.id != 'a'",
    "event.data.id == 'a' || true == true",
    "size(event.data.id) == 1",
    "!event.data.ok",
    "event.data['id'] == 'a'",
    "event.data.id",
    "event.data.id == 'a",
  ])("is not understood: %s", (expression) => {
    expect(parseConditions(expression)).toBeNull();
  });
});

describe("evaluateKey", () => {
  it.each([
    ["event.data.id", "a"],
    ["event.data.id + '-' + event.data.n", "a-3"],
    ['"anthropic"', "anthropic"],
    ["event.data.missing", "null"],
    ["event.data.deep", '{"er":"z"}'],
    ["'1 + 1'", "1 + 1"],
  ])("%s is %s", (expression, expected) => {
    expect(evaluateKey(parseKey(expression) ?? [], event)).toBe(expected);
  });

  it("does not understand calls", () => {
    expect(parseKey("string(event.data.n)")).toBeNull();
  });
});

describe("requiredContent", () => {
  const required = (expression: string, unknown: "event" | "async" = "async") =>
    requiredContent(parseConditions(expression) ?? [], unknown, event);

  it("puts what is known in the place of what is not", () => {
    expect(required("event.data.id == async.data.id && async.data.by == 'coach'")).toEqual({
      data: { id: "a", by: "coach" },
    });
    expect(required("event.data.n == async.data.n", "event")).toEqual({ data: { n: 3 } });
  });

  it.each([
    ["a value that the known event does not have", "async.data.id == event.data.missing"],
    ["a value that is no scalar", "async.data.id == event.data.deep"],
    ["a condition on the known event alone", "event.data.id == 'a'"],
    ["a condition within the unknown event", "async.data.a == async.data.b"],
  ])("cannot answer %s", (_, expression) => {
    expect(required(expression)).toBeNull();
  });
});
