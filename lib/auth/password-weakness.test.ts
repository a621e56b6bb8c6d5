import { describe, expect, it } from "vitest";
import { passwordWeakness } from "./password-weakness";

const about = ["Ada Lovelace", "ada.lovelace@example.org"];

describe("passwordWeakness", () => {
  it.each([
    "aaaaaaaaaaaa",
    "abababababab",
    "abcabcabcabc",
    "12345612345612",
    "passw0rdpassw0rd",
    "password1234",
    "P@ssw0rd2026!",
    "qwertyuiop12",
    "1qaz2wsx3edc",
    "Formline2026!!",
    "letmein12345",
    "iloveyou2024!",
    "zyxwvutsrqpo",
    "123456789012",
  ])("refuses what is tried first: %s", (password) => {
    expect(passwordWeakness(password, about)).toMatch(/\.$/);
  });

  it.each(["AdaLovelace12", "lovelace!2026", "1234-lovelace"])(
    "refuses what an attacker knows of the person: %s",
    (password) => {
      expect(passwordWeakness(password, about)).not.toBeNull();
      expect(passwordWeakness(password.replace(/lovelace/i, "tramontane"), about)).toBeNull();
    },
  );

  it.each([
    "correct horse battery staple",
    "Tr4montane-Kestrel",
    "ein langer Satz ohne Sinn",
    "秘密の長い合言葉を使います",
  ])("accepts what is hard to guess: %s", (password) => {
    expect(passwordWeakness(password, about)).toBeNull();
  });

  it("ignores parts of a name that are too short to matter", () => {
    expect(passwordWeakness("Tr4montane-Kestrel", ["Tr K", "x@y.example"])).toBeNull();
  });
});
