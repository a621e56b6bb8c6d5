import { describe, expect, it } from "vitest";
import {
  describeTextQuality,
  escalateBelow,
  escalatedShare,
  type TextQuality,
  withThumbs,
} from "./text-quality";

const VERSION = { feature: "weekly", model: "claude-haiku-5-5", promptHash: "abcdef0123" } as const;
const COUNTS = { texts: 100, heldShare: 0.98, mended: 3, dropped: 1, escalated: 2 };
const GOOD: TextQuality = { ...VERSION, ...COUNTS, up: 20, down: 2 };
const said = (of: Partial<TextQuality>) => describeTextQuality([{ ...GOOD, ...of }]);

describe("describeTextQuality", () => {
  it("has nothing to say of good texts, nor of none", () => {
    expect(said({})).toEqual([]);
    expect(describeTextQuality([])).toEqual([]);
  });

  it("tells of thumbs that are down on one version of a prompt, from ten thumbs on", () => {
    expect(said({ up: 7, down: 3 })).toEqual([]);
    expect(said({ up: 0, down: 9 })).toEqual([]);
    expect(said({ up: 6, down: 4 })).toEqual([
      "Weekly insights of claude-haiku-5-5 (prompt abcdef01): 4 of 10 thumbs are down.",
    ]);
  });

  it("tells of texts that are not borne out, from twenty texts on", () => {
    expect(said({ heldShare: 0.9 })).toEqual([]);
    expect(said({ heldShare: 0.5, texts: 19, escalated: 0 })).toEqual([]);
    expect(said({ heldShare: 0.5, texts: 20, escalated: 0, promptHash: null })).toEqual([
      "Weekly insights of claude-haiku-5-5: only 50 % of what it writes is borne out.",
    ]);
  });

  it("tells of a better model that is asked for more than one text in twenty", () => {
    expect(said({ escalated: 5 })).toEqual([]);
    expect(said({ escalated: 6 })).toEqual(["The better model is asked for 6.0 % of the texts."]);
  });
});

it("counts the texts that a better model was asked for once, by what the usual one wrote", () => {
  const better = { ...GOOD, model: "claude-sonnet-5-5", texts: 10, escalated: 0 };
  expect(escalatedShare([{ ...GOOD, escalated: 10 }, better])).toBe(0.1);
  expect(escalatedShare([better])).toBeNull();
});

it("asks a better model sooner for who finds most of the usual one's texts of no use", () => {
  expect(escalateBelow({ up: 0, down: 0 })).toBe(0.6);
  expect(escalateBelow({ up: 0, down: 2 })).toBe(0.6);
  expect(escalateBelow({ up: 2, down: 2 })).toBe(0.6);
  expect(escalateBelow({ up: 1, down: 2 })).toBe(1);
});

it("keeps thumbs of texts that are older than what was counted, and of no other version", () => {
  const { up: _up, down: _down, ...text } = GOOD;
  const older = { ...VERSION, promptHash: "older", up: 1, down: 3 };
  expect(withThumbs([text], [older, { ...VERSION, up: 5, down: 6 }])).toEqual([
    { ...text, up: 5, down: 6 },
    { ...older, texts: 0, heldShare: null, mended: 0, dropped: 0, escalated: 0 },
  ]);
});
