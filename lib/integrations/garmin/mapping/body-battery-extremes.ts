import { z } from "zod";

/** Column order differs between answers, so it is read from the descriptors. */
export const bodyBatteryDescriptors = z
  .array(
    z.object({
      bodyBatteryValueDescriptorIndex: z.number(),
      bodyBatteryValueDescriptorKey: z.string(),
    }),
  )
  .nullish()
  .catch(null);
export const bodyBatteryValues = z.array(z.array(z.unknown())).nullish().catch(null);

type Descriptors = z.output<typeof bodyBatteryDescriptors>;
type Values = z.output<typeof bodyBatteryValues>;

/** Highest and lowest level of the day's curve; null without a level column. */
export function bodyBatteryExtremes(descriptors: Descriptors, values: Values) {
  const column = descriptors?.find(
    ({ bodyBatteryValueDescriptorKey: key }) => key === "bodyBatteryLevel",
  )?.bodyBatteryValueDescriptorIndex;
  const levels = (values ?? [])
    .map((row) => (column === undefined ? undefined : row[column]))
    .filter((level): level is number => typeof level === "number" && level > 0 && level <= 100);
  return {
    bodyBatteryHigh: levels.length > 0 ? Math.max(...levels) : null,
    bodyBatteryLow: levels.length > 0 ? Math.min(...levels) : null,
  };
}
