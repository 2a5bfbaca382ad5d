export { controls } from "./controls.ts";
export type { ControlsOptions } from "./controls.ts";
export type { ReadingOptions } from "./controls-reader.ts";

export { fileStore } from "./file-store.ts";
export type { FileStoreOptions } from "./file-store.ts";
export { memoryStore } from "./memory-store.ts";
export type { MemoryStoreOptions } from "./memory-store.ts";
export { StoredFile } from "./stored-file.ts";
export type { StoreOptions, Upload, UploadDetails, UploadStore } from "./upload-store.ts";
export type { UploadsOptions } from "./uploads.ts";

export { formRoute, formsRoute } from "./form-route.ts";
export type { FormRouteOptions, FormsRouteOptions } from "./form-route.ts";
export type { Forms } from "./cycle.ts";
export { formTurn } from "./form-turn.ts";
export type { FormTurn, FormTurnOptions, Save } from "./form-turn.ts";
export type { BoundForm, PageOf, RoutableDataResult, RoutableForm, RoutableResult } from "./routable-form.ts";
export type { DataError } from "./data-answer.ts";
export { memorySubmits } from "./memory-submits.ts";
export type { MemorySubmitsOptions } from "./memory-submits.ts";
export type { SubmitClaim, SubmitStore } from "./submit-store.ts";
export { FieldErrors } from "./field-errors.ts";
export { takeNotice } from "./flash.ts";
export { requestLanguage } from "./request-language.ts";

export { setSecret } from "./express-exchange.ts";
export { rotateOwner } from "./owner.ts";
export { sameOrigin } from "./same-origin.ts";
export type { SameOriginOptions } from "./check-origin.ts";

export { controlsFromMessage, controlsFromRequest } from "./controls-from.ts";
export type { ControlsFromOptions } from "./controls-from.ts";

export { formAssets } from "./form-assets.ts";
export type { FormAssets, FormAssetsOptions } from "./form-assets.ts";
export type { WithResources } from "./asset-tags.ts";

export { formErrors } from "./form-errors.ts";
export { HttpError } from "./http-error.ts";
export { LimitError } from "./limit-error.ts";
export type { PassedLimit } from "./limit-error.ts";
