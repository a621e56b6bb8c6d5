"use client";

import { useTheme } from "next-themes";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useIsInBrowser } from "@/components/ui/use-is-in-browser";

const OPTIONS = [
  { value: "system", label: "Auto" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;
type Theme = (typeof OPTIONS)[number]["value"];

/** Light, dark, or as the device says. Only the browser knows the choice, so the server shows "Auto". */
export function ThemeChoice({ className }: { className?: string }) {
  const { theme, setTheme } = useTheme();
  const isInBrowser = useIsInBrowser();
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
