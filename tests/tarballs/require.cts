/** The packages by `require`, as Node.js 20.19 and newer can. */
import schema = require("@turnform/schema");
import checks = require("@turnform/schema/checks");
import tools = require("@turnform/schema/tools");
import form = require("@turnform/form");
import richText = require("@turnform/form/rich-text");
import handlebars = require("@turnform/form/handlebars");
import adapter = require("@turnform/express-adapter");
import zod = require("zod");

const page = form.createForm(zod.z.object({ name: zod.z.string() })).render({ name: "Ann" });
if (!String(page).includes('value="Ann"')) throw new Error("The form is not drawn");
if (!require.resolve("@turnform/form/client/turnform.js")) throw new Error("No script");
const functions = [
  schema.structure,
  checks.atLeast,
  tools.flatten,
  richText.richText,
  handlebars.handlebars,
  adapter.controls,
];
for (const each of functions) if (typeof each !== "function") throw new Error("An export is missing");
