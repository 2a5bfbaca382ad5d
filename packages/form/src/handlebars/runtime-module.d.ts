/** Handlebars without its compiler. The package has no types under this name. */
declare module "handlebars/runtime.js" {
  import type Handlebars from "handlebars";

  const runtime: Pick<typeof Handlebars, "template">;
  export default runtime;
}
