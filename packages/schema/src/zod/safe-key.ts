import { z } from "zod";

/** Stands for the key `__proto__` while zod runs: zod removes that key, even if it is required. */
export const SAFE_PROTO = "\u0000proto";

/** Returns the name of a key while zod runs. */
export function safeKey(name: string): string {
  return name === "__proto__" ? SAFE_PROTO : name;
}

/** Makes an object type that restores the key `__proto__` in its output. */
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
