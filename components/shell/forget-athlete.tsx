"use client";

import { useEffect } from "react";
import { forgetAthlete } from "@/components/today/known-athlete";

/** Where nobody is signed in any more. */
export function ForgetAthlete() {
  useEffect(forgetAthlete, []);
  return null;
}
