import { generateKeyPairSync, sign, X509Certificate } from "node:crypto";

/** A certificate that nobody vouches for, valid from 2020 to 2040 (RFC 5280), its key, and its fingerprint. */
export function selfSigned(): { key: string; cert: string; fingerprint: string } {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const algorithm = der(0x30, "06092a864886f70d01010b0500");
  const time = (text: string): Buffer => der(0x17, Buffer.from(text));
  const tbs = der(
    0x30,
    "a003020102", // Version 3
    "020101", // Its number
    algorithm,
    der(0x30),
    der(0x30, time("200101000000Z"), time("400101000000Z")),
    der(0x30),
    publicKey.export({ format: "der", type: "spki" }),
  );
  const whole = der(0x30, tbs, algorithm, der(0x03, "00", sign("RSA-SHA256", tbs, privateKey)));
  const cert = `-----BEGIN CERTIFICATE-----\n${whole.toString("base64")}\n-----END CERTIFICATE-----\n`;
  const key = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  return { key, cert, fingerprint: new X509Certificate(cert).fingerprint256 };
}

function der(tag: number, ...content: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(
    content.map((piece) => (typeof piece === "string" ? Buffer.from(piece, "hex") : piece)),
  );
  const length =
    body.length < 0x80
      ? Buffer.from([body.length])
      : Buffer.from([0x82, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
}
