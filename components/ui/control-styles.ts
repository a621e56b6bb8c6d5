/** Shared by text inputs and selects. 16 px on a phone, or iOS zooms into the field. */
export const controlStyles =
  "block min-h-10 w-full rounded-control border border-line-strong bg-surface px-3 text-base text-ink placeholder:text-faint max-md:min-h-11 max-md:text-[16px] focus-visible:border-accent focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted aria-invalid:border-rest";
