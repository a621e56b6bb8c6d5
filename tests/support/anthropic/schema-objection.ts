type Schema = Readonly<Record<string, unknown>>;

const NUMBER = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
const UNSUPPORTED: Readonly<Record<string, readonly string[]>> = {
  integer: NUMBER,
  number: NUMBER,
  string: ["minLength", "maxLength"],
  array: ["maxItems", "uniqueItems"],
  object: ["minProperties", "maxProperties"],
};

/** Why a schema is none that structured outputs take; null for one that is. */
export function schemaObjection(root: Schema): string | null {
  const look = (schema: Schema, inside: readonly string[]): string | null => {
    const { $ref } = schema;
    if (typeof $ref === "string") return follow($ref, inside);
    const wrong = ownObjection(schema);
    if (wrong) return wrong;
    for (const part of partsOf(schema)) {
      const found = look(part, inside);
      if (found) return found;
    }
    return null;
  };
  const follow = (ref: string, inside: readonly string[]) => {
    if (!ref.startsWith("#")) return `External schema reference '${ref}' is not supported`;
    if (inside.includes(ref)) return `Recursive schema reference '${ref}' is not supported`;
    const target = targetOf(root, ref);
    return target ? look(target, [...inside, ref]) : `Schema reference '${ref}' is not there`;
  };
  return look(root, ["#"]);
}

function ownObjection(schema: Schema): string | null {
  const { type } = schema;
  if (typeof type !== "string") return null;
  const keyword = UNSUPPORTED[type]?.find((name) => name in schema);
  if (keyword) return `For '${type}' type, property '${keyword}' is not supported`;
  if (type === "array" && ![undefined, 0, 1].includes(schema.minItems as number | undefined)) {
    return "For 'array' type, 'minItems' values other than 0 or 1 are not supported";
  }
  if (type === "object" && schema.additionalProperties !== false) {
    return "For 'object' type, 'additionalProperties' must be explicitly set to false";
  }
  return null;
}

function partsOf({ properties, items, anyOf, allOf, $defs }: Schema): readonly Schema[] {
  const named = [properties, $defs].flatMap((of) => (isSchema(of) ? Object.values(of) : []));
  const listed = [anyOf, allOf].flatMap((of) => (Array.isArray(of) ? (of as unknown[]) : []));
  return [...named, ...listed, items].filter(isSchema);
}

function targetOf(root: Schema, ref: string): Schema | null {
  const names = ref.split("/").slice(1);
  const found = names.reduce<unknown>((of, name) => (isSchema(of) ? of[name] : undefined), root);
  return isSchema(found) ? found : null;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
