import { z } from "zod";

/** zod strips a key named `__proto__`, even a required one, so it runs under this name and gets its own back. */
export const SAFE_PROTO = "\u0000proto";

/** The name that a key runs under. */
export function safeKey(name: string): string {
  return name === "__proto__" ? SAFE_PROTO : name;
}

/** Runs an object type whose output has an own key `__proto__` where one came in. */
export function withProto(type: z.core.$ZodType): z.core.$ZodType {
  return z.pipe(
    type,
    z.transform((value: object) => {
      const descriptor = Object.getOwnPropertyDescriptor(value, SAFE_PROTO);
      if (!descriptor) return value;
      Reflect.deleteProperty(value, SAFE_PROTO);
      return Object.defineProperty(value, "__proto__", descriptor);
    }),
  );
}
