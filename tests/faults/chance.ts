import { seededRandom } from "@/db/seed/seeded-random";

export type Chance = ReturnType<typeof chanceOf>;

/** What happens by chance, the same for the same seed. */
export function chanceOf(seed: number) {
  const { next } = seededRandom(seed);
  const below = (most: number) => Math.floor(next() * most);
  return {
    /** A whole number from 0. */
    below,
    happens: (share: number) => next() < share,
    oneOf: <T>(list: readonly T[]): T | undefined => list[below(list.length)],
    shuffled: <T>(list: readonly T[]): T[] => {
      const order = list.map((item) => ({ item, key: next() }));
      return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
    },
  };
}
