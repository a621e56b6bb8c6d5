import { type Condition, type Operand, parseConditions, parseKey } from "./expression";
import { nextCronTime } from "./next-cron-time";
import { durationMs } from "./wait-until";

export type FunctionConfig = {
  readonly id: string;
  readonly maxAttempts: number;
  readonly events: readonly { readonly name: string; readonly conditions: readonly Condition[] }[];
  readonly crons: readonly string[];
  readonly concurrency: readonly ConcurrencyLimit[];
  readonly idempotency: readonly Operand[] | null;
  readonly singleton: { readonly key: readonly Operand[]; readonly mode: "skip" | "cancel" } | null;
  readonly debounce: {
    readonly key: readonly Operand[];
    readonly periodMs: number;
    readonly timeoutMs: number | null;
  } | null;
  readonly throttle: {
    readonly key: readonly Operand[];
    readonly intervalMs: number;
    readonly burst: number;
  } | null;
  readonly cancelOn: readonly {
    readonly event: string;
    readonly conditions: readonly Condition[];
    readonly timeoutMs: number | null;
  }[];
};

export type ConcurrencyLimit = {
  readonly limit: number;
  readonly scope: "fn" | "env";
  readonly expression: string;
  readonly key: readonly Operand[];
};

/** Thrown at boot: a function asks for something that only an Inngest server can do. */
export class UnsupportedJob extends Error {
  override readonly name = "UnsupportedJob";
  constructor(functionId: string, option: string, reason: string) {
    super(
      `Function "${functionId}" cannot run without an Inngest server: ${option} ${reason}. ` +
        "Change the function, or set INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY.",
    );
  }
}

type Fields = Record<string, unknown>;

/** Inngest's documented default: four retries after the first try. */
const DEFAULT_RETRIES = 4;

/** Reads one function as the SDK registers it. Throws UnsupportedJob, naming function and option. */
export function functionConfig(registered: unknown): FunctionConfig {
  const fields = registered as Fields;
  const read = new Reader(String(fields.id));
  read.only(fields, "option", [
    "id",
    "name",
    "triggers",
    "steps",
    "idempotency",
    "throttle",
    "concurrency",
    "debounce",
    "singleton",
    "cancel",
  ]);
  const config = {
    id: read.functionId,
    maxAttempts: maxAttempts(fields),
    ...read.triggers(fields.triggers),
    concurrency: read.concurrency(fields.concurrency),
    idempotency: fields.idempotency ? read.key("idempotency", fields.idempotency) : null,
    singleton: read.singleton(fields.singleton),
    debounce: read.debounce(fields.debounce),
    throttle: read.throttle(fields.throttle),
    cancelOn: read.cancelOn(fields.cancel),
  };
  if (config.debounce && (config.throttle || config.singleton || config.idempotency)) {
    read.refuse("debounce", "cannot be combined with throttle, singleton or idempotency");
  }
  return config;
}

function maxAttempts(fields: Fields): number {
  const steps = fields.steps as { step?: { retries?: { attempts?: number } } } | undefined;
  return (steps?.step?.retries?.attempts ?? DEFAULT_RETRIES) + 1;
}

class Reader {
  readonly functionId: string;
  constructor(functionId: string) {
    this.functionId = functionId;
  }

  refuse(option: string, reason: string): never {
    throw new UnsupportedJob(this.functionId, option, reason);
  }

  /** Refuses every field that is set and not in `known`. */
  only(fields: Fields, option: string, known: readonly string[]): void {
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined || known.includes(name)) continue;
      this.refuse(option === "option" ? name : `${option}.${name}`, "is not supported");
    }
  }

  key(option: string, expression: unknown): Operand[] {
    if (expression === undefined) return [];
    const key = parseKey(String(expression));
    if (!key) this.refuse(option, `has a key that is not understood: ${String(expression)}`);
    if (key.some((operand) => "side" in operand && operand.side === "async")) {
      this.refuse(option, "has a key that speaks of another event");
    }
    return key;
  }

  conditions(option: string, expression: unknown): Condition[] {
    if (expression === undefined) return [];
    const conditions = parseConditions(String(expression));
    return conditions ?? this.refuse(option, `is not understood: ${String(expression)}`);
  }

  duration(option: string, text: unknown): number {
    const ms = durationMs(String(text));
    return ms ?? this.refuse(option, `is not a duration such as "1h30m": ${String(text)}`);
  }

  triggers(list: unknown): Pick<FunctionConfig, "events" | "crons"> {
    const events: { name: string; conditions: Condition[] }[] = [];
    const crons: string[] = [];
    for (const trigger of (list ?? []) as Fields[]) {
      this.only(trigger, "triggers", ["event", "expression", "cron"]);
      if (trigger.cron !== undefined) crons.push(this.cron(String(trigger.cron)));
      if (trigger.event !== undefined) {
        const conditions = this.conditions("triggers.if", trigger.expression);
        events.push({ name: this.eventName("triggers.event", trigger.event), conditions });
      }
    }
    return { events, crons };
  }

  cron(expression: string): string {
    try {
      nextCronTime(expression, new Date(0));
    } catch (error) {
      this.refuse("triggers.cron", `is not a schedule (${(error as Error).message})`);
    }
    return expression;
  }

  eventName(option: string, event: unknown): string {
    const name = String(event);
    if (name.includes("*")) this.refuse(option, `has a wildcard: ${name}`);
    if (name.startsWith("inngest/") && name !== "inngest/function.failed") {
      this.refuse(option, `names an event that is not sent: ${name}`);
    }
    return name;
  }

  concurrency(option: unknown): ConcurrencyLimit[] {
    if (option === undefined) return [];
    return [option].flat().map((entry): ConcurrencyLimit => {
      if (typeof entry === "number") return { limit: entry, scope: "fn", expression: "", key: [] };
      const fields = entry as Fields;
      this.only(fields, "concurrency", ["limit", "key", "scope"]);
      const expression = String(fields.key ?? "");
      return {
        limit: Number(fields.limit),
        scope: (fields.scope ?? "fn") === "fn" ? "fn" : "env",
        expression,
        key: this.key("concurrency", fields.key),
      };
    });
  }

  singleton(option: unknown): FunctionConfig["singleton"] {
    if (option === undefined) return null;
    const fields = option as Fields;
    this.only(fields, "singleton", ["key", "mode"]);
    const mode = fields.mode === "skip" || fields.mode === "cancel" ? fields.mode : null;
    if (!mode) this.refuse("singleton.mode", `is unknown: ${String(fields.mode)}`);
    return { mode, key: this.key("singleton", fields.key) };
  }

  debounce(option: unknown): FunctionConfig["debounce"] {
    if (option === undefined) return null;
    const fields = option as Fields;
    this.only(fields, "debounce", ["key", "period", "timeout"]);
    return {
      key: this.key("debounce", fields.key),
      periodMs: this.duration("debounce.period", fields.period),
      timeoutMs:
        fields.timeout === undefined ? null : this.duration("debounce.timeout", fields.timeout),
    };
  }

  throttle(option: unknown): FunctionConfig["throttle"] {
    if (option === undefined) return null;
    const fields = option as Fields;
    this.only(fields, "throttle", ["limit", "period", "burst", "key"]);
    return {
      key: this.key("throttle", fields.key),
      intervalMs: this.duration("throttle.period", fields.period) / Number(fields.limit),
      burst: Number(fields.burst ?? 1),
    };
  }

  cancelOn(option: unknown): FunctionConfig["cancelOn"] {
    return ((option ?? []) as Fields[]).map((entry) => {
      this.only(entry, "cancelOn", ["event", "if", "timeout"]);
      const conditions = this.conditions("cancelOn.if", entry.if);
      for (const { left, right } of conditions) {
        const sides = [left, right].flatMap((operand) => ("side" in operand ? operand.side : []));
        if (!sides.includes("event") || new Set(sides).size !== sides.length) {
          this.refuse("cancelOn.if", "must compare a value of the run's own event");
        }
      }
      return {
        event: this.eventName("cancelOn.event", entry.event),
        conditions,
        timeoutMs:
          entry.timeout === undefined ? null : this.duration("cancelOn.timeout", entry.timeout),
      };
    });
  }
}
