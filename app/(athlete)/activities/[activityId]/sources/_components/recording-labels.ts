import { deviceName } from "@/components/activity/device-name";
import type { ActivityRecording } from "@/db/queries/activity-recordings";

/** "A, Garmin Edge 530": by a letter in the order of the table, and by the device where it is known. */
export function recordingLabels(
  recordings: readonly Pick<ActivityRecording, "id" | "device" | "fileName">[],
): ReadonlyMap<string, string> {
  return new Map(
    recordings.map((recording, i) => {
      const name = deviceName(recording.device) ?? recording.fileName;
      const letter = String.fromCharCode(65 + i);
      return [recording.id, name === null ? letter : `${letter}, ${name}`];
    }),
  );
}
