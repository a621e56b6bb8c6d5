import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";

export type ListFilter = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** A plain form: the filters stand in the address and work without a script. */
export function ListFilters({ label, filters }: { label: string; filters: readonly ListFilter[] }) {
  return (
    <search aria-label={label}>
      <form
        key={filters.map(({ value }) => value).join(" ")}
        className="mb-4 flex flex-wrap items-end gap-3"
      >
        {filters.map(({ name, label: text, value, options }) => (
          <div key={name} className="min-w-40 max-sm:flex-1">
            <label htmlFor={`filter-${name}`} className="mb-1.5 block text-sm font-medium">
              {text}
            </label>
            <Select id={`filter-${name}`} name={name} defaultValue={value}>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </Select>
          </div>
        ))}
        <Button type="submit">Show</Button>
      </form>
    </search>
  );
}
