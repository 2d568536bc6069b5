import { sameSecret } from "../../../kit/secrets.ts";
import { headerOf } from "../header.ts";
import type { InboundRequest } from "../source-kind.ts";
import { hmacCheck } from "./hmac.ts";
import type { Auth } from "./settings.ts";

/** How a generic source authenticates, in addition to the token in its address. */
export function authCheck(auth: Auth): (request: InboundRequest) => boolean {
  switch (auth.kind) {
    case "none":
      return () => true;
    case "basic": {
      const expected = Buffer.from(`${auth.username}:${auth.password}`).toString("base64");
      return (request) => {
        const [, credentials] = /^basic +(\S+)\s*$/i.exec(headerOf(request, "authorization")) ?? [];
        return credentials !== undefined && sameSecret(credentials, expected);
      };
    }
    case "header":
      return (request) => sameSecret(headerOf(request, auth.name), auth.value);
    case "hmac":
      return hmacCheck(auth);
  }
}
