import { expect, it } from "vitest";
import { deviceName } from "./device-name";

it.each([
  ["garmin", "fr965", "Garmin Forerunner 965"],
  ["garmin", "fr735xt", "Garmin Forerunner 735XT"],
  ["garmin", "edge530", "Garmin Edge 530"],
  ["garmin", "edgeMtb", "Garmin Edge MTB"],
  ["garmin", "fenix5x", "Garmin Fenix 5X"],
  ["garmin", "vivoActiveHr", "Garmin Vivoactive HR"],
  ["garmin", "descentMk2", "Garmin Descent Mk2"],
  ["suunto", "Suunto Vertical 2", "Suunto Vertical 2"],
  ["coros", "COROS PACE 2", "COROS PACE 2"],
  ["wahooFitness", "ELEMNT BOLT", "Wahoo ELEMNT BOLT"],
  ["bryton", "1901", "Bryton"],
  ["zwift", null, "Zwift"],
  [null, "Polar M400", "Polar M400"],
  [null, null, null],
])("names %s %s as people know it", (manufacturer, product, name) => {
  expect(deviceName({ manufacturer, product })).toBe(name);
});
