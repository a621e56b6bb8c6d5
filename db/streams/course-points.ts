import type { Course } from "@/lib/training/activity/course";

const PER_DEGREE = 1e7;
const BYTES_PER_POINT = 8;

/** A course's points as bytes: latitude and longitude in turn, a centimetre apart at most. */
export function encodeCoursePoints({ latitudeDeg, longitudeDeg }: Course): Uint8Array {
  const bytes = new Uint8Array(latitudeDeg.length * BYTES_PER_POINT);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < latitudeDeg.length; i++) {
    const at = i * BYTES_PER_POINT;
    view.setInt32(at, Math.round((latitudeDeg[i] as number) * PER_DEGREE), true);
    view.setInt32(at + 4, Math.round((longitudeDeg[i] as number) * PER_DEGREE), true);
  }
  return bytes;
}

export function decodeCoursePoints(lengthM: number, bytes: Uint8Array): Course {
  const count = Math.floor(bytes.byteLength / BYTES_PER_POINT);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const latitudeDeg = new Float64Array(count);
  const longitudeDeg = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = i * BYTES_PER_POINT;
    latitudeDeg[i] = view.getInt32(at, true) / PER_DEGREE;
    longitudeDeg[i] = view.getInt32(at + 4, true) / PER_DEGREE;
  }
  return { lengthM, latitudeDeg, longitudeDeg };
}
