import type { Carrier, CarrierCall, CarrierSms } from "../carrier.ts";

const username = "zapotp";
const password = "made here";
const basic = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
const signedIn = { settings: { auth: { kind: "basic", username, password } } };
const form = { "content-type": "application/x-www-form-urlencoded" };

/** Makes the calls of those that sign in by HTTP Basic, and of others who do not know the password. */
const byPassword = {
  options: signedIn,
  forge: (call: CarrierCall): CarrierCall => ({
    ...call,
    headers: { ...call.headers, authorization: `${basic.slice(0, -4)}AAA=` },
  }),
};

const percent = (bytes: Buffer): string =>
  [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");

const ucs2 = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

/** The user data header of a part, in hex (3GPP TS 23.040). */
const udhOf = ({ part, udh }: CarrierSms): string =>
  part
    ? Buffer.from([5, 0, 3, Number(part.reference), part.total, part.number]).toString("hex")
    : (udh ?? "");

/** smsbox's get-url, as its guide here gives it. Texts beyond the GSM alphabet are UCS-2. */
export const kannel: Carrier = {
  ...byPassword,
  kind: "kannel",
  call(_source, sms) {
    const { id, to, from, text, sentAt, binary, part } = sms;
    const isUcs2 = part !== undefined || /[^\x20-\x7e\n]/.test(text);
    const coding = binary ? "1" : isUcs2 ? "2" : "0";
    const query = new URLSearchParams({
      from,
      to,
      ...(sentAt && { time: String(Math.floor(sentAt.getTime() / 1000)) }),
      id,
      coding,
      charset: coding === "2" ? "UTF-16BE" : "UTF-8",
    });
    const bytes = binary ?? (isUcs2 ? ucs2(text) : Buffer.from(text));
    const udh = percent(Buffer.from(udhOf(sms), "hex"));
    return {
      method: "GET",
      query: `${query.toString()}&text=${percent(bytes)}&udh=${udh}`,
      headers: { authorization: basic },
    };
  },
  raw: (_source, body) => ({ headers: { "content-type": "text/plain", authorization: basic }, body }),
  others: null,
  freshSeconds: null,
  answer: { status: 200, type: /^text\/plain/, body: "" },
  tells: { time: true, parts: true, media: false, binary: true },
};

/** The HTTP thrower of Jasmin, which has the text's bytes in hex, too (jasmin/routing/throwers.py). */
export const jasmin: Carrier = {
  kind: "jasmin",
  options: {},
  call(source, { id, to, from, text }, scene) {
    const isUcs2 = /[^\x20-\x7e\n]/.test(text);
    const bytes = isUcs2 ? ucs2(text) : Buffer.from(text);
    const fields = new URLSearchParams({
      id,
      from,
      to,
      "origin-connector": "carrier",
      priority: "0",
      coding: isUcs2 ? "8" : "0",
      binary: bytes.toString("hex"),
    });
    return this.raw(source, `${fields.toString()}&content=${percent(bytes)}`, scene);
  },
  raw: (_source, body) => ({ headers: form, body }),
  others: () => [
    { headers: form, body: "id=1&level=1&message_status=DELIVRD" },
    {
      headers: form,
      body: "id=1&level=3&message_status=DELIVRD&id_smsc=1&sub=001&dlvrd=001&err=000&text=-",
    },
  ],
  freshSeconds: null,
  forge: null,
  answer: { status: 200, type: /^text\/plain/, body: "ACK/Jasmin" },
  tells: { time: false, parts: false, media: false, binary: false },
};

/** playSMS sends what its URL has after the `?` as a form; it has no ids. */
export const playsms: Carrier = {
  ...jasmin,
  kind: "playsms",
  call(source, { to, from, text, sentAt }, scene) {
    const time = (sentAt ?? scene.now).toISOString().slice(0, 19).replace("T", " ");
    return this.raw(source, new URLSearchParams({ from, to, time, text }).toString(), scene);
  },
  others: null,
  answer: { status: 200, type: /^text\/plain/, body: "" },
  tells: { time: true, parts: false, media: false, binary: false },
};

/** Who does not know the number names a line after it. */
export const asLine = (to: string): string => (to.startsWith("+") ? to : `+${to}`);

/** What ops/gateways/gammu-on-receive.sh sends. */
export const gammu: Carrier = {
  ...byPassword,
  kind: "gammu",
  call(source, { id, to, from, text, sentAt }, scene) {
    const fields = {
      PHONE_ID: asLine(to),
      IDS: id,
      TIME: (sentAt ?? scene.now).toISOString(),
      ZONE: "+0100",
      SMS_MESSAGES: "1",
      SMS_1_CLASS: "-1",
      SMS_1_REFERENCE: "0",
      SMS_1_NUMBER: from,
      SMS_1_TEXT: text,
    };
    return this.raw(source, new URLSearchParams(fields).toString(), scene);
  },
  raw: (_source, body) => ({ headers: { ...form, authorization: basic }, body }),
  others(source, scene) {
    const body = "PHONE_ID=m&SMS_MESSAGES=1&SMS_1_CLASS=127&SMS_1_NUMBER=*556%23&SMS_1_TEXT=Balance:+5";
    return [this.raw(source, body, scene)];
  },
  freshSeconds: null,
  answer: { status: 200, type: /^text\/plain/, body: "" },
  tells: { time: true, parts: false, media: false, binary: false },
  namesLines: true,
};

const shortTime = (at: Date): string => at.toISOString().slice(2, 19).replace("T", " ");

/** What ops/gateways/smstools-event.sh sends: a file as smsd writes it, here without parts put together. */
export const smstools: Carrier = {
  ...byPassword,
  kind: "smstools",
  call(source, sms, scene) {
    const { id, to, from, text, sentAt, binary, part } = sms;
    const udh = udhOf(sms);
    const headers = {
      From: from,
      From_TOA: "91 international, ISDN/telephone",
      From_SMSC: "2348030000000",
      Sent: shortTime(sentAt ?? scene.now),
      Received: shortTime(scene.now),
      Subject: asLine(to),
      Modem: asLine(to),
      Report: "no",
      IMSI: "621301234567890",
      ...(udh !== "" && { "UDH-DATA": udh.replaceAll(/(..)(?=.)/g, "$1 ") }),
      Alphabet: binary ? "binary" : part ? "UCS2" : "UTF-8",
      Length: String(text.length),
    };
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`);
    const body = Buffer.concat([
      Buffer.from(`${head.join("")}\n`),
      binary ?? (part ? ucs2(text) : Buffer.from(text)),
    ]);
    const call = this.raw(source, "", scene);
    return {
      ...call,
      headers: { ...call.headers, "x-event": "RECEIVED", "x-file": id },
      body: new Uint8Array(body),
    };
  },
  raw: (_source, body) => ({
    headers: { "content-type": "application/octet-stream", authorization: basic },
    body,
  }),
  others: (_source, { now }) =>
    ["SENT", "FAILED", "REPORT", "CALL"].map((event) => ({
      headers: { authorization: basic, "x-event": event },
      body: `From: 234803\nReceived: ${shortTime(now)}\n\nSMS STATUS REPORT\nMessage_id: 117\n`,
    })),
  freshSeconds: null,
  answer: { status: 200, type: /^text\/plain/, body: "" },
  tells: { time: true, parts: true, media: false, binary: true },
  namesLines: true,
};
