/** What the frame around every page says of the athlete. */
export type ShellAthlete = {
  readonly displayName: string;
  readonly isDemo: boolean;
  /** May see Operations. */
  readonly isAdmin: boolean;
};
