import { describe, expect, it } from "vitest";
import { isLeftAlone } from "./is-left-alone";

describe("isLeftAlone", () => {
  it("passes over what is hidden, half copied or of the system", () => {
    const names = [".ride.fit.Xa81Q", ".stfolder", "~syncthing~ride.fit.tmp", "ride.fit.part"];
    for (const name of [...names, "ride.fit.PARTIAL", "@eaDir", "#recycle", "Thumbs.db"]) {
      expect(isLeftAlone(name), name).toBe(true);
    }
  });

  it("takes whatever else there is, whatever it is called", () => {
    for (const name of ["ride.fit", "export.zip", "no ending", "part", "ada@example.org", "tmp"]) {
      expect(isLeftAlone(name), name).toBe(false);
    }
  });
});
