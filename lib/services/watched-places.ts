/** What lies directly in the watched folder. */
type Entries = { readonly folders: readonly string[]; readonly files: number };
type Athlete<Id> = { readonly athleteId: Id; readonly email: string };

/** `folder`: the sub-folder that is theirs; null: the folder itself. */
export type WatchedPlace<Id> = { readonly athleteId: Id; readonly folder: string | null };

/**
 * Whose the parts of the watched folder are: a sub-folder named by an address belongs to it.
 * An athlete who is alone on the server and has none such owns the folder itself. `strays`
 * counts what belongs to nobody.
 */
export function watchedPlaces<Id>(
  { folders, files }: Entries,
  athletes: readonly Athlete<Id>[],
): { places: WatchedPlace<Id>[]; strays: number } {
  const places = athletes.flatMap(({ athleteId, email }) => {
    const own = folders.find((folder) => key(folder) === key(email));
    return own === undefined ? [] : [{ athleteId, folder: own }];
  });
  const [only] = athletes;
  if (athletes.length === 1 && only && places.length === 0) {
    const ofOthers = folders.filter((folder) => folder.includes("@"));
    return { places: [{ athleteId: only.athleteId, folder: null }], strays: ofOthers.length };
  }
  return { places, strays: files + folders.length - places.length };
}

function key(address: string): string {
  return address.trim().toLowerCase();
}
