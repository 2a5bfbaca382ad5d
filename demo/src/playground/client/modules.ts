import * as form from "@turnform/form";
import * as richText from "@turnform/form/rich-text";
import * as schema from "@turnform/schema";
import * as checks from "@turnform/schema/checks";
import * as conditions from "@turnform/schema/conditions";
import * as tools from "@turnform/schema/tools";
import * as zod from "zod";
import type { Settings } from "./messages.ts";

/** Modules for the imports of typed code. */
export interface Modules {
  /** @throws Error if the playground has no such module */
  readonly require: (name: string) => unknown;
  /** Returns the last form made with `createForm`, if any. */
  readonly lastForm: () => unknown;
}

const languages: Readonly<Record<string, form.Language>> = {
  arabic: form.arabic,
  english: form.english,
  french: form.french,
  german: form.german,
  japanese: form.japanese,
  spanish: form.spanish,
};

/** The themes of the page's menu. The default theme needs no option. */
const themes: Readonly<Record<string, form.Theme>> = { bootstrap: form.bootstrap(), compact: form.compact() };

/** Makes the modules. Forms made with them have the settings of the page, unless the code sets its own. */
export function modulesFor({ theme, language }: Settings): Modules {
  let last: unknown;
  const defaults: form.FormOptions = {
    ...(themes[theme] ? { theme: themes[theme] } : {}),
    ...(languages[language] ? { language: languages[language] } : {}),
  };
  /** Wraps a function that makes forms, to remember its last form. */
  const noting = <Create extends (...given: never[]) => unknown>(create: Create): Create =>
    new Proxy(create, {
      apply(target, self, given): unknown {
        last = Reflect.apply(target, self, given);
        return last;
      },
    });
  const modules = new Map<string, unknown>([
    ["zod", zod],
    [
      "@turnform/form",
      {
        ...form,
        createForm: noting(form.createFormWith(defaults)),
        createFormWith: (own: form.FormOptions) => noting(form.createFormWith({ ...defaults, ...own })),
      },
    ],
    ["@turnform/form/rich-text", richText],
    ["@turnform/schema", schema],
    ["@turnform/schema/checks", checks],
    ["@turnform/schema/conditions", conditions],
    ["@turnform/schema/tools", tools],
  ]);
  return {
    require(name) {
      const found = modules.get(name);
      if (found !== undefined) return found;
      const known = [...modules.keys()].join(", ");
      throw new Error(
        `The playground can't run "${name}", because it has no server. Remove the lines that use it. Known modules: ${known}`,
      );
    },
    lastForm: () => last,
  };
}
