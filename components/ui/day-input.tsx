import { Input } from "./input";

type Props = {
  id: string;
  label: string;
  name: string;
  /** Calendar days, "2026-11-21". */
  value: string;
  min?: string;
  max: string;
};

/** A day of a stretch of days, with its label before it. */
export function DayInput({ id, label, value, ...input }: Props) {
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={id} className="max-md:w-9">
        {label}
      </label>
      <Input
        // Another stretch is another default, which a field on screen would not take over.
        key={value}
        id={id}
        type="date"
        required
        defaultValue={value}
        className="min-h-8 w-36 px-2 text-sm max-md:min-h-11"
        {...input}
      />
    </span>
  );
}
