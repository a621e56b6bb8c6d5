import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeCoursePoints, encodeCoursePoints } from "./course-points";

it("gives every point back within two centimetres", () => {
  const place = fc.tuple(
    fc.double({ min: -90, max: 90, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(place), (places) => {
      const course = {
        lengthM: 1234.5,
        latitudeDeg: Float64Array.from(places, ([latitude]) => latitude),
        longitudeDeg: Float64Array.from(places, ([, longitude]) => longitude),
      };
      const back = decodeCoursePoints(1234.5, encodeCoursePoints(course));
      expect(back.lengthM).toBe(1234.5);
      expect(back.latitudeDeg).toHaveLength(places.length);
      for (const [i, [latitude, longitude]] of places.entries()) {
        expect(back.latitudeDeg[i]).toBeCloseTo(latitude, 6);
        expect(back.longitudeDeg[i]).toBeCloseTo(longitude, 6);
      }
    }),
  );
});
