"use client";

import { Eye, EyeOff } from "lucide";
import { type ComponentProps, useState } from "react";
import { cn } from "@/lib/utils";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { Input } from "./input";

/** A password that can be looked at while typing; pasting and password managers work. */
export function PasswordInput({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  const [isShown, setIsShown] = useState(false);
  return (
    <span className="relative block">
      <Input
        type={isShown ? "text" : "password"}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className={cn("pr-12", className)}
        {...props}
      />
      <IconButton
        label={isShown ? "Hide password" : "Show password"}
        aria-pressed={isShown}
        onClick={() => setIsShown(!isShown)}
        className="absolute top-0 right-0"
      >
        {isShown ? <Icon of={EyeOff} /> : <Icon of={Eye} />}
      </IconButton>
    </span>
  );
}
