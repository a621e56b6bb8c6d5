import { z } from "./zod";

export const separateRecordingInput = z.object({ activityId: z.uuid(), recordingId: z.uuid() });

export const joinActivitiesInput = z.object({ activityId: z.uuid(), otherId: z.uuid() });
