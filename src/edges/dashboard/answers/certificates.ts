import { Type, type Static } from "typebox";
import { id, nullable, shape, text } from "./shapes.ts";

/** A signed text. */
export const certificate = shape({ text });
export type Certificate = Static<typeof certificate>;

/** What a genuine certificate says, fact by fact; null for any other text. */
export const checkedCertificate = shape({
  facts: nullable(Type.Array(shape({ name: text, value: text }))),
});
export type CheckedCertificate = Static<typeof checkedCertificate>;

/** Ed25519, PEM. */
export const certificateKeys = Type.Array(shape({ id, public_key: text }));
export type CertificateKeys = Static<typeof certificateKeys>;
