import { listUsers } from "@/db/queries/system";
import { systemContext } from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { registerUser } from "@/lib/services/register-user";
import { resetPassword } from "@/lib/services/reset-password";
import { setUserRole, USER_ROLES, type UserRole } from "@/lib/services/set-user-role";
import type { Command, CommandIo } from "./command";
import { parseOptions } from "./parse-options";
import { UsageError } from "./usage-error";

export const userCommand: Command = {
  name: "user",
  summary: "create an account, reset a password, change a role, list accounts",
  database: "open",
  help: `Usage: formline user create --email EMAIL [--name NAME] [--time-zone ZONE] --password-stdin
       formline user reset-password --email EMAIL --password-stdin
       formline user role EMAIL athlete|coach|admin
       formline user list [--json]

Passwords are read from standard input, so that they stay out of the shell's history
and the process list. An admin sees Operations: background work, vendors and health. The
role holds from the next click on.

Example: formline user create --email you@example.org --password-stdin < password.txt
`,
  async run(args, io) {
    const [verb, ...rest] = args;
    if (verb === "create") return create(rest, io);
    if (verb === "reset-password") return reset(rest, io);
    if (verb === "role") return changeRole(rest, io);
    if (verb === "list") return list(rest, io);
    throw new UsageError("Say what to do: user create, reset-password, role or list.");
  },
};

async function create(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = parseOptions(args, {
    email: { type: "string" },
    name: { type: "string" },
    "time-zone": { type: "string" },
    "password-stdin": { type: "boolean" },
  });
  const email = required(values.email);
  await registerUser(
    systemContext(),
    {
      email,
      name: values.name ?? email.split("@")[0] ?? email,
      password: await passwordFrom(values["password-stdin"], io),
      timeZone: values["time-zone"] ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    LOCAL_ORIGIN,
  );
  io.out(`Created the account ${email}.\n`);
  return 0;
}

async function reset(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = parseOptions(args, {
    email: { type: "string" },
    "password-stdin": { type: "boolean" },
  });
  const email = required(values.email);
  await resetPassword(systemContext(), {
    email,
    password: await passwordFrom(values["password-stdin"], io),
  });
  io.out(`Changed the password of ${email}; every session of the account has ended.\n`);
  return 0;
}

async function changeRole(args: readonly string[], io: CommandIo): Promise<number> {
  const { positionals } = parseOptions(args, {});
  const [email, role] = positionals;
  if (!email || positionals.length !== 2 || !isRole(role)) {
    throw new UsageError("Name the account and its role: user role EMAIL athlete, coach or admin.");
  }
  await setUserRole(systemContext(), email, role);
  io.out(`${email} is ${role} now.\n`);
  return 0;
}

function isRole(text: string | undefined): text is UserRole {
  return USER_ROLES.some((role) => role === text);
}

async function list(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = parseOptions(args, { json: { type: "boolean", default: false } });
  const users = await systemContext().tx((tx) => listUsers(tx));
  for (const user of users) {
    io.out(
      values.json
        ? `${JSON.stringify(user)}\n`
        : `${user.email}  ${user.role}${user.isDemo ? "  demo" : ""}  since ${user.createdAt.toISOString().slice(0, 10)}\n`,
    );
  }
  if (users.length === 0 && !values.json) io.out("There are no accounts yet.\n");
  return 0;
}

function required(email: string | undefined): string {
  if (!email) throw new UsageError("Name the account: --email EMAIL");
  return email;
}

async function passwordFrom(isPiped: boolean | undefined, io: CommandIo): Promise<string> {
  if (!isPiped) throw new UsageError("Pipe the password in and add --password-stdin.");
  const password = (await io.readInput()).replace(/\r?\n$/, "");
  if (password === "") throw new UsageError("Standard input held no password.");
  return password;
}
