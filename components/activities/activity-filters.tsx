"use client";

import { Search } from "lucide";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useTransition } from "react";
import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import type { ActivityFilters as Filters } from "@/lib/schemas/activity";
import { SPORTS } from "@/lib/training/activity/sports";

const TYPING_PAUSE_MS = 350;

/**
 * Filters live in the address: they can be linked, go back with Back, and work as a plain
 * form without scripts. With scripts they apply while typing.
 */
export function ActivityFilters({ filters }: { filters: Filters }) {
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const router = useRouter();
  const pathname = usePathname();
  const [isPending, startTransition] = useTransition();
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // Back and forward change the address under the field; typing does not need telling.
    const field = form.current?.elements.namedItem("q");
    if (field instanceof HTMLInputElement && field !== document.activeElement) {
      field.value = filters.q ?? "";
    }
  }, [filters.q]);

  function apply() {
    clearTimeout(timer.current);
    if (form.current === null) return;
    const search = new URLSearchParams();
    for (const [key, value] of new FormData(form.current)) {
      if (typeof value === "string" && value.trim() !== "") search.set(key, value.trim());
    }
    const address = search.size === 0 ? pathname : `${pathname}?${search}`;
    startTransition(() => router.replace(address as Route, { scroll: false }));
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    apply();
  }
  function onType() {
    clearTimeout(timer.current);
    timer.current = setTimeout(apply, TYPING_PAUSE_MS);
  }

  const isFiltered = Object.keys(filters).length > 0;
  return (
    <search aria-label="Activities">
      <form
        // A new address resets the fields, except the one that is being typed into.
        key={JSON.stringify({ ...filters, q: undefined })}
        ref={form}
        onSubmit={onSubmit}
        className="mb-5 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
      >
        <div className="relative col-span-2 min-w-48 flex-1">
          <label htmlFor="activities-q" className="sr-only">
            Search titles
          </label>
          <Icon
            of={Search}
            className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
          />
          <Input
            id="activities-q"
            type="search"
            name="q"
            maxLength={80}
            defaultValue={filters.q ?? ""}
            onChange={onType}
            placeholder="Search titles"
            className="pl-9"
          />
        </div>
        <div className="col-span-2 min-w-36 sm:flex-none">
          <label htmlFor="activities-sport" className="sr-only">
            Sport
          </label>
          <Select
            id="activities-sport"
            name="sport"
            defaultValue={filters.sport ?? ""}
            onChange={apply}
          >
            <option value="">All sports</option>
            {SPORTS.map((sport) => (
              <option key={sport} value={sport}>
                {SPORT_LOOKS[sport].label}
              </option>
            ))}
          </Select>
        </div>
        <DayField name="from" label="From" value={filters.from} onChange={apply} />
        <DayField name="to" label="To" value={filters.to} onChange={apply} />
        <noscript>
          <Button type="submit">Apply</Button>
        </noscript>
        {isFiltered ? (
          <LinkButton href={pathname as Route} variant="ghost">
            Clear
          </LinkButton>
        ) : null}
        <output className="sr-only">{isPending ? "Updating the list" : ""}</output>
      </form>
    </search>
  );
}

type DayFieldProps = {
  name: "from" | "to";
  label: string;
  value: string | undefined;
  onChange: () => void;
};

function DayField({ name, label, value, onChange }: DayFieldProps) {
  return (
    <div className="min-w-0 sm:flex sm:flex-none sm:items-center sm:gap-2">
      <label htmlFor={`activities-${name}`} className="text-sm text-muted">
        {label}
      </label>
      <Input
        id={`activities-${name}`}
        type="date"
        name={name}
        defaultValue={value ?? ""}
        onChange={onChange}
      />
    </div>
  );
}
