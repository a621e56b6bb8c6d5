import { describe, expect, it } from "vitest";
import { watchedPlaces } from "./watched-places";

const ada = { athleteId: "a", email: "Ada@example.org" };
const bob = { athleteId: "b", email: "bob@example.org" };

describe("watchedPlaces", () => {
  it("gives the folder itself to an athlete who is alone, but no other's sub-folder", () => {
    const entries = { folders: ["2024", "bob@example.org"], files: 3 };
    expect(watchedPlaces(entries, [ada])).toEqual({
      places: [{ athleteId: "a", folder: null }],
      strays: 1,
    });
  });

  it("gives each of several the sub-folder of their address, and nobody the rest", () => {
    const entries = { folders: ["ada@EXAMPLE.org", "2024"], files: 3 };
    expect(watchedPlaces(entries, [ada, bob])).toEqual({
      places: [{ athleteId: "a", folder: "ada@EXAMPLE.org" }],
      strays: 4,
    });
  });

  it("keeps to the sub-folder of an athlete who is alone and has one", () => {
    const entries = { folders: ["ada@example.org"], files: 2 };
    expect(watchedPlaces(entries, [ada])).toEqual({
      places: [{ athleteId: "a", folder: "ada@example.org" }],
      strays: 2,
    });
  });

  it("gives nothing to nobody", () => {
    expect(watchedPlaces({ folders: [], files: 1 }, [])).toEqual({ places: [], strays: 1 });
  });
});
