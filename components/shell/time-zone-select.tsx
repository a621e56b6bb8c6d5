import type { ComponentProps } from "react";
import { Select } from "@/components/ui/select";
import type { TimeZoneGroup } from "@/lib/dates/time-zone-groups";

type Props = Omit<ComponentProps<typeof Select>, "children" | "value" | "defaultValue"> & {
  groups: readonly TimeZoneGroup[];
  value?: string;
  defaultValue?: string;
};

/**
 * Every time zone by area. `groups` comes from the server, because the browser's own list
 * may differ; a chosen zone that is not in it is added.
 */
export function TimeZoneSelect({ groups, value, defaultValue, ...props }: Props) {
  const chosen = value ?? defaultValue;
  const isListed = groups.some(({ zones }) => zones.some(({ id }) => id === chosen));
  return (
    <Select {...props} {...(value === undefined ? { defaultValue } : { value })}>
      {chosen && !isListed ? <option value={chosen}>{chosen.replaceAll("_", " ")}</option> : null}
      {groups.map(({ area, zones }) => (
        <optgroup key={area} label={area}>
          {zones.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
