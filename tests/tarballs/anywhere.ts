/** Uses the parts that run without Node.js. It compiles without Node's types. */
import { bootstrap, createForm, german, textArea } from "@turnform/form";
import { Decimal, type Invalid, money, schema, structure } from "@turnform/schema";
import { atLeast } from "@turnform/schema/checks";
import { flatten } from "@turnform/schema/tools";
import { z } from "zod";

const Order = z.object({
  price: money().check(atLeast(Decimal("1"))),
  note: z
    .string()
    .optional()
    .meta({ widget: textArea({ rows: 3 }) }),
});
const form = createForm(Order, { formId: "order", language: german, theme: bootstrap() });
const posted = structure([["price", "12.50"]]);
if (!posted.ok) throw posted.error;
const result = schema(Order).deserialize(posted.pstruct);
if (!result.ok) throw new Error(Object.values((result.error satisfies Invalid).asDict()).join());
if (result.value.price.toString() !== "12.50") throw new Error("The price has changed");
if (!String(form.render({ price: Decimal("3") })).includes('lang="de"')) throw new Error("No German");
if (Object.keys(flatten(Order, result.value)).join() !== "price") throw new Error("Another price");

// The oldest zod must parse a recursive union in linear time, and keep metadata before a check.
let calls = 0;
const counted = z
  .string()
  .meta({ title: "Leaf" })
  .refine(() => ++calls > 0);
const Tree: z.ZodType = z.lazy(() =>
  z.union([
    z.object({ inner: Tree.optional(), a: z.string() }),
    z.object({ inner: Tree.optional(), b: counted }),
  ]),
);
let nested: object = { b: "x" };
for (let depth = 0; depth < 20; depth++) nested = { inner: nested, b: "x" };
if (!schema(Tree).deserialize(nested).ok || calls > 500) throw new Error("The union is slow");
if (schema(counted).node.title !== "Leaf") throw new Error("No title");

// @ts-expect-error A name that the schema lacks
if (result.value.prize !== undefined) throw new Error("A prize");
