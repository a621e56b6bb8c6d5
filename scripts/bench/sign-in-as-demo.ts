import { readFileSync } from "node:fs";
import path from "node:path";
import { DEMO_ATHLETE } from "@/db/seed/demo-athlete";

/** Signs the demo athlete in as a browser does and returns the cookies. */
export async function signInAsDemo(url: string, dataDir: string): Promise<string> {
  const { password } = JSON.parse(readFileSync(path.join(dataDir, "demo.json"), "utf8")) as {
    password: string;
  };
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const csrf = await fetch(`${url}/api/auth/csrf`);
  keep(csrf);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const signedIn = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: {
      cookie: cookies(),
      origin: url,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ csrfToken, email: DEMO_ATHLETE.email, password, json: "true" }),
  });
  keep(signedIn);
  if (!jar.has("formline.session")) throw new Error(`Signing in failed with ${signedIn.status}`);
  return cookies();
}
