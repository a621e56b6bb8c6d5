"use server";

import { redirect } from "next/navigation";
import { endCurrentSession } from "@/lib/auth/end-current-session";

/** For `<form action={signOut}>`: ends this session and goes to the sign-in page. */
export async function signOut(): Promise<void> {
  await endCurrentSession("this");
  redirect("/sign-in");
}

/** For `<form action={signOutEverywhere}>`: ends every session of this person. */
export async function signOutEverywhere(): Promise<void> {
  await endCurrentSession("all");
  redirect("/sign-in");
}
