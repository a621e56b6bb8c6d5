/** The signature, as ornament: form dips in training, today, and rises to a race. */
export function FormLine({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 900 120"
      preserveAspectRatio="none"
      aria-hidden="true"
      className={className}
      fill="none"
      strokeLinecap="round"
    >
      <path d="M0 64H900" stroke="var(--line)" vectorEffect="non-scaling-stroke" />
      <path
        d="M4 58C60 58 76 84 120 86S190 60 226 66S300 104 346 100S420 66 462 72S520 96 560 92"
        stroke="var(--form)"
        strokeWidth="3"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d="M560 92C620 86 640 104 690 98S770 22 896 18"
        stroke="var(--form)"
        strokeWidth="3"
        strokeDasharray="1 9"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
