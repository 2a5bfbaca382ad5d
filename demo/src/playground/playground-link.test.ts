import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { playgroundLink } from "./playground-link.ts";

describe("playgroundLink", () => {
  it("holds the code in the fragment, which browsers do not send", () => {
    const code = 'import { z } from "zod";\nconst name = "größe";\n';
    const [path, text = ""] = playgroundLink(code)?.split("#code=") ?? [];
    expect(path).toBe("/playground");
    expect(inflateRawSync(Buffer.from(text, "base64url")).toString()).toBe(code);
  });

  it("returns nothing for code with modules that the playground lacks", () => {
    expect(playgroundLink('import { formRoute } from "@turnform/express-adapter";')).toBeUndefined();
    expect(playgroundLink('import {\n  z,\n} from "zod";\nimport a from "./a.ts";')).toBeUndefined();
  });
});
