import { profilePath } from "./profile-path";

const WIDTH = 120;
const HEIGHT = 28;

/** The shape of the effort at a glance; decoration beside the numbers, so not read aloud. */
export function ProfileSparkline({ profile }: { profile: readonly number[] | null }) {
  if (profile === null) return null;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-7 w-full"
    >
      <path d={profilePath(profile, WIDTH, HEIGHT)} className="fill-load" />
    </svg>
  );
}
