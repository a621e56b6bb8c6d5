"use client";

import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";

const OPTIONS = [
  { value: "system", label: "Auto" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;
type Theme = (typeof OPTIONS)[number]["value"];

const subscribe = () => () => undefined;

/** Light, dark, or as the device says. Only the browser knows the choice, so the server shows "Auto". */
export function ThemeChoice({ className }: { className?: string }) {
  const { theme, setTheme } = useTheme();
  const isInBrowser = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  return (
    <SegmentedControl<Theme>
      label="Theme"
      options={OPTIONS}
      value={isInBrowser ? ((theme ?? "system") as Theme) : "system"}
      onChange={setTheme}
      {...(className === undefined ? {} : { className })}
    />
  );
}
