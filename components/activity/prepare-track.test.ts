import { describe, expect, it } from "vitest";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";
import { prepareTrack } from "./prepare-track";
import { simplifyLine } from "./simplify-line";
import { degreesEast, projectPlace } from "./track-projection";

const BOX = { width: 260, height: 208, margin: 10 };

function channelOf(values: readonly (number | null)[]): Channel {
  return {
    values: Float64Array.from(values, (value) => value ?? 0),
    valid: Uint8Array.from(values, (value) => (value === null ? 0 : 1)),
  };
}

function streamsAt(places: readonly (readonly [number, number] | null)[]): Streams {
  return {
    lengthS: places.length,
    timerOn: new Uint8Array(places.length).fill(1),
    channels: {
      latitudeDeg: channelOf(places.map((place) => place?.[0] ?? null)),
      longitudeDeg: channelOf(places.map((place) => place?.[1] ?? null)),
    },
  };
}

describe("prepareTrack", () => {
  it("keeps a square a square at 60° north, where a degree east is half as long", () => {
    const track = prepareTrack(
      streamsAt([
        [59.99, 10],
        [60.01, 10],
        [60.01, 10.04],
        [59.99, 10.04],
        [59.99, 10],
      ]),
      BOX,
    );
    const points = [...(track?.path ?? "").matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map((match) => [
      Number(match[1]),
      Number(match[2]),
    ]);
    const xs = points.map((point) => point[0] as number);
    const ys = points.map((point) => point[1] as number);
    const width = Math.max(...xs) - Math.min(...xs);
    const height = Math.max(...ys) - Math.min(...ys);
    expect(width / height).toBeCloseTo(1, 1);
    expect(height).toBeCloseTo(188, 0);
    expect(track?.isLoop).toBe(true);
  });

  it("draws north up and stays inside the box", () => {
    const track = prepareTrack(
      streamsAt([
        [47, 8],
        [47.1, 8],
      ]),
      BOX,
    );
    expect(track?.start.y).toBeCloseTo(198, 5);
    expect(track?.finish.y).toBeCloseTo(10, 5);
    expect(track?.isLoop).toBe(false);
  });

  it("lifts the pen over a long silence", () => {
    const places = Array.from({ length: 400 }, (_, second) =>
      second > 100 && second < 300 ? null : ([47 + second / 1e4, 8] as const),
    );
    const track = prepareTrack(streamsAt(places), BOX);
    expect(track?.path.match(/M/g)).toHaveLength(2);
  });

  it("has no track without positions", () => {
    expect(prepareTrack(streamsAt([null, null]), BOX)).toBeNull();
    expect(prepareTrack({ lengthS: 2, timerOn: new Uint8Array(2), channels: {} }, BOX)).toBeNull();
  });

  it("does not blow standing still up to a journey", () => {
    const track = prepareTrack(
      streamsAt([
        [47, 8],
        [47.00001, 8.00001],
      ]),
      BOX,
    );
    expect(track?.isLoop).toBe(true);
  });
});

describe("degreesEast", () => {
  it("goes the short way over the date line", () => {
    expect(degreesEast(-179.9, 179.9)).toBeCloseTo(0.2, 10);
    expect(degreesEast(179.9, -179.9)).toBeCloseTo(-0.2, 10);
    expect(degreesEast(8, 8)).toBe(0);
  });
});

describe("projectPlace", () => {
  it("moves right for east and up for north", () => {
    const projection = {
      originLatitudeDeg: 0,
      originLongitudeDeg: 0,
      cosMidLatitude: 1,
      scale: 10,
      offsetX: 50,
      offsetY: 50,
    };
    expect(projectPlace(projection, 1, 2)).toEqual({ x: 70, y: 40 });
  });
});

describe("simplifyLine", () => {
  it("drops what lies on the straight and keeps the corner", () => {
    const line = [
      { x: 0, y: 0 },
      { x: 5, y: 0.1 },
      { x: 10, y: 0 },
      { x: 10, y: 5 },
      { x: 10, y: 10 },
    ];
    expect(simplifyLine(line, 0.5)).toEqual([line[0], line[2], line[4]]);
  });

  it("never moves the line by more than the tolerance", () => {
    const line = Array.from({ length: 500 }, (_, i) => ({ x: i, y: 20 * Math.sin(i / 15) }));
    const simple = simplifyLine(line, 1);
    expect(simple.length).toBeLessThan(150);
    for (const point of line) {
      const next = simple.findIndex((kept) => kept.x >= point.x);
      const after = simple[next];
      const before = simple[Math.max(0, next - 1)];
      if (after === undefined || before === undefined) throw new Error("outside the line");
      const share = after.x === before.x ? 0 : (point.x - before.x) / (after.x - before.x);
      // Vertical distance is at least the perpendicular one; slopes here stay under 4 in 3.
      expect(Math.abs(before.y + share * (after.y - before.y) - point.y)).toBeLessThanOrEqual(1.7);
    }
  });
});
