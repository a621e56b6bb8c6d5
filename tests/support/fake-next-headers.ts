/** Stands in for `next/headers`: `vi.mock("next/headers", () => import("…/fake-next-headers"))`. */
export const fakeRequest = {
  headers: new Headers(),
  cookies: new Map<string, string>(),
};

export function headers(): Promise<Headers> {
  return Promise.resolve(fakeRequest.headers);
}

type Attributes = { readonly maxAge?: number; readonly secure?: boolean };

export function cookies() {
  const jar = fakeRequest.cookies;
  return Promise.resolve({
    get: (name: string) => {
      const value = jar.get(name);
      return value === undefined ? undefined : { name, value };
    },
    set: (name: string, value: string, attributes: Attributes = {}) => {
      if (attributes.maxAge === 0) jar.delete(name);
      else jar.set(name, value);
    },
  });
}
