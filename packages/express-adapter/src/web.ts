export { formHandler, formsHandler } from "./form-handler.ts";
export type { FormHandlerOptions, FormsHandlerOptions } from "./form-handler.ts";
export type { Handler, HandlerOptions } from "./handler.ts";
export { webTurn } from "./web-turn.ts";
export type { WebSave, WebTurn, WebTurnOptions } from "./web-turn.ts";
export type { Forms } from "./cycle.ts";
export type { BoundForm, PageOf, RoutableDataResult, RoutableForm, RoutableResult } from "./routable-form.ts";
export type { DataError } from "./data-answer.ts";
export { requestLanguage } from "./request-language.ts";
export { rotateOwner } from "./owner.ts";

export { webAssets } from "./web-assets.ts";
export type { WebAssets } from "./web-assets.ts";
export type { FormAssetsOptions } from "./form-assets.ts";
export type { WithResources } from "./asset-tags.ts";

export { controlsFromRequest } from "./controls-from.ts";
export type { ControlsFromOptions } from "./controls-from.ts";
export type { ReadingOptions } from "./controls-reader.ts";
export type { SameOriginOptions } from "./check-origin.ts";

export { fileStore } from "./file-store.ts";
export type { FileStoreOptions } from "./file-store.ts";
export { memoryStore } from "./memory-store.ts";
export type { MemoryStoreOptions } from "./memory-store.ts";
export { StoredFile } from "./stored-file.ts";
export type { StoreOptions, Upload, UploadDetails, UploadStore } from "./upload-store.ts";
export type { UploadsOptions } from "./uploads.ts";

export { memorySubmits } from "./memory-submits.ts";
export type { MemorySubmitsOptions } from "./memory-submits.ts";
export type { SubmitClaim, SubmitStore } from "./submit-store.ts";

export { FieldErrors } from "./field-errors.ts";
export { HttpError } from "./http-error.ts";
export { LimitError } from "./limit-error.ts";
export type { PassedLimit } from "./limit-error.ts";
