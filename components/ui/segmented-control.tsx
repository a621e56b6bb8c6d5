"use client";

import { useId } from "react";
import { cn } from "@/lib/utils";

type Props<Value extends string> = {
  /** Read aloud before the choices. */
  label: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  className?: string;
};

/** One of a few: a radio group drawn as pills. Arrow keys move, as in any radio group. */
export function SegmentedControl<Value extends string>(props: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={cn("flex flex-wrap gap-1", props.className)}>
      <legend className="sr-only">{props.label}</legend>
      {props.options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex min-h-7 cursor-pointer items-center rounded-full border border-line bg-surface px-2.5 text-xs font-medium text-muted transition-colors hover:text-ink has-checked:border-transparent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent max-md:min-h-11 max-md:px-3.5"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
            className="choice-input"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
