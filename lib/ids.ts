import { randomBytes, randomUUID } from "node:crypto";

type Brand<Name extends string> = string & { readonly __id: Name };
export type AthleteId = Brand<"athlete">;
export type UserId = Brand<"user">;
export type SessionId = Brand<"session">;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for the canonical lower-case form; anything else never reaches SQL as an id. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

export function newId<Id extends string = string>(): Id {
  return randomUUID() as Id;
}

/** 256 bits, URL-safe: for anything that grants access by being known. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
