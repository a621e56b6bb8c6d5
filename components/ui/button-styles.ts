import { cva } from "class-variance-authority";

/** The look of a button, for real buttons and for links that act as one. */
export const buttonStyles = cva(
  "inline-flex items-center justify-center gap-2 rounded-control border font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "border-accent bg-accent text-on-accent not-disabled:hover:border-accent-hover not-disabled:hover:bg-accent-hover",
        secondary: "border-line bg-surface text-ink not-disabled:hover:bg-sunken",
        ghost:
          "border-transparent bg-transparent text-muted not-disabled:hover:bg-sunken not-disabled:hover:text-ink",
        danger:
          "border-line bg-surface text-rest not-disabled:hover:border-rest not-disabled:hover:bg-rest-soft",
      },
      size: {
        sm: "min-h-8 px-3 text-sm max-md:min-h-11",
        md: "min-h-10 px-3.5 text-[14px] leading-5 max-md:min-h-11",
        lg: "min-h-12 px-5 text-base",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);
