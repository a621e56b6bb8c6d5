export type FitNumberReader = (view: DataView, at: number, isLittleEndian: boolean) => number;

type Read = (view: DataView, at: number, isLittleEndian: boolean) => number;

/** Bytes, the value that says "none", and how it is read, by base type without its endian flag. */
const BASE_TYPES: ReadonlyMap<number, readonly [size: number, none: number, read: Read]> = new Map([
  [0x01, [1, 0x7f, (view, at) => view.getInt8(at)]],
  [0x02, [1, 0xff, (view, at) => view.getUint8(at)]],
  [0x03, [2, 0x7fff, (view, at, little) => view.getInt16(at, little)]],
  [0x04, [2, 0xffff, (view, at, little) => view.getUint16(at, little)]],
  [0x05, [4, 0x7fffffff, (view, at, little) => view.getInt32(at, little)]],
  [0x06, [4, 0xffffffff, (view, at, little) => view.getUint32(at, little)]],
  [0x08, [4, Number.NaN, (view, at, little) => view.getFloat32(at, little)]],
  [0x09, [8, Number.NaN, (view, at, little) => view.getFloat64(at, little)]],
  [0x0a, [1, 0, (view, at) => view.getUint8(at)]],
  [0x0b, [2, 0, (view, at, little) => view.getUint16(at, little)]],
  [0x0c, [4, 0, (view, at, little) => view.getUint32(at, little)]],
] satisfies [number, [number, number, Read]][]);

const READERS = new Map(
  [...BASE_TYPES].map(([type, [size, none, read]]): [string, FitNumberReader] => [
    key(type, size),
    (view, at, isLittleEndian) => {
      const value = read(view, at, isLittleEndian);
      return value === none ? Number.NaN : value;
    },
  ]),
);

/** Reads one number of this base type, NaN for "none"; null when the field holds no single number. */
export function fitNumberReader(type: number, size: number): FitNumberReader | null {
  return READERS.get(key(type & 0x1f, size)) ?? null;
}

function key(type: number, size: number): string {
  return `${type}:${size}`;
}
