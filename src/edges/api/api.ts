import type { CatalogDeps } from "../../domain/catalog/list-services.ts";
import type { Deps } from "../../domain/deps.ts";
import type { ReceiveDeps } from "../../domain/messages/receive.ts";
import type { RecognizeService } from "../../domain/messages/service.ts";
import type { ReadSmsDeps } from "../../domain/messages/read-sms.ts";
import type { EndDeps } from "../../domain/orders/cancel.ts";
import type { OrderRules } from "../../domain/orders/order.ts";
import type { PlaceDeps } from "../../domain/orders/place.ts";
import type { OpenLongAnswer } from "../../http/long-answers.ts";
import type { CountCall, CountSandbox } from "../../http/rate-limit.ts";

/** The dependencies of the routes. */
export interface ApiDeps extends Deps, PlaceDeps, EndDeps, ReadSmsDeps, ReceiveDeps, CatalogDeps {
  rules: OrderRules;
  recognize: RecognizeService;
  /** The source that sandbox messages come from. */
  sandboxSourceId: number;
  publicBaseUrl: () => string;
  countCall: CountCall;
  countSandbox: CountSandbox;
  openLongAnswer: OpenLongAnswer;
}

export const prefix = "/account/api/v1";
