import { describe, expect, it } from "vitest";
import { efficiencyFactor } from "./efficiency-factor";
import { intensityFactor } from "./intensity-factor";
import { trainingStressScore } from "./training-stress-score";
import { variabilityIndex } from "./variability-index";

describe("scores from power", () => {
  it.each([
    [3600, 200, 250, 0.8, 64],
    [3600, 300, 300, 1, 100],
    [3600, 250, 250, 1, 100],
  ])("%s s at NP %s with FTP %s", (seconds, np, ftp, factor, tss) => {
    expect(intensityFactor(np, ftp)).toBeCloseTo(factor, 9);
    expect(trainingStressScore(seconds, np, ftp)).toBeCloseTo(tss, 9);
  });

  it("works the 30/30 example", () => {
    const np = 287.4645469540136;
    expect(intensityFactor(np, 280)).toBeCloseTo(1.02666, 5);
    expect(trainingStressScore(3600, np, 280)).toBeCloseTo(105.4029, 4);
    expect(variabilityIndex(np, 250)).toBeCloseTo(1.14986, 5);
  });

  it("has no variability without work and no efficiency without heart beats", () => {
    expect(variabilityIndex(0, 0)).toBeNull();
    expect(efficiencyFactor(200, 0)).toBeNull();
    expect(efficiencyFactor(200, 140)).toBeCloseTo(1.42857, 5);
  });
});
