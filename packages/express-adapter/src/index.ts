export { controls } from "./controls.ts";
export type { ControlsOptions } from "./controls.ts";

export { formRoute } from "./form-route.ts";
export type { FormRouteOptions, RoutableForm, RoutableResult } from "./form-route.ts";

export { formAssets } from "./form-assets.ts";

export { formErrors } from "./form-errors.ts";
export { HttpError } from "./http-error.ts";
export { LimitError } from "./limit-error.ts";
export type { PassedLimit } from "./limit-error.ts";
