import { Profile } from "@garmin/fitsdk";
import type { DeviceInfo } from "@/lib/training/activity/activity-types";
import { enumField, type FitContent, type FitFields, numberField, textField } from "./fit-content";

const NONE: FitFields = {};

/** The recording device: the file's own id, completed by its "creator" device message. */
export function fitDevice({ fileIds, deviceInfos }: FitContent): DeviceInfo {
  const fileId = fileIds[0] ?? NONE;
  const creator =
    deviceInfos.find(({ deviceIndex }) => deviceIndex === "creator" || deviceIndex === 0) ?? NONE;
  const manufacturer = enumField(fileId, "manufacturer") ?? enumField(creator, "manufacturer");
  const serial = numberField(fileId, "serialNumber") ?? numberField(creator, "serialNumber");
  return {
    manufacturer,
    product:
      textField(fileId, "productName") ??
      textField(creator, "productName") ??
      productName(manufacturer, numberField(fileId, "product") ?? numberField(creator, "product")),
    serial: serial === null || serial === 0 ? null : String(serial),
  };
}

/** Garmin's products have names in the profile; others only numbers. */
function productName(manufacturer: string | null, product: number | null): string | null {
  if (product === null) return null;
  const isGarmin = manufacturer === "garmin" || manufacturer === "dynastream";
  const name = isGarmin ? Profile.types.garminProduct?.[product] : undefined;
  return name ?? (product === 0 ? null : String(product));
}
