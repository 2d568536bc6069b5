import { openSettings } from "../../../src/domain/sources/sealed-settings.ts";
import type { SourceByToken } from "../../../src/domain/sources/source.ts";
import { commands, statuses } from "../../../src/edges/inbound/smpp/pdu.ts";
import type { Carrier, CarrierSms } from "../carrier.ts";
import { deliverSm, encode, sar } from "../smpp/deliver-sm.ts";
import { startCentre, type Centre } from "../smpp/centre.ts";

/**
 * A carrier with an SMPP link, which the server has to open itself. The "call" is the body of a deliver_sm; the status of its
 * answer is turned into one of HTTP for the suite.
 */
export async function smppCarrier(): Promise<Carrier & { centre: Centre }> {
  const centre = await startCentre();
  let links = 0;
  return {
    centre,
    kind: "smpp",
    // Each source binds under a name of its own.
    get options() {
      const address = `smpp://127.0.0.1:${centre.port}`;
      return { secrets: ["s3cret"], settings: { address, systemId: `zapotp${++links}` } };
    },
    call: (_source, sms) => ({ headers: {}, body: new Uint8Array(bodyOf(sms)) }),
    raw: (_source, body) => ({ headers: {}, body }),
    others: () =>
      [0x04, 0x08, 0x10, 0x20].map((esmClass) => {
        const bytes = Buffer.from("id:1 sub:001 dlvrd:001 stat:DELIVRD err:000 text:Code 1");
        return { headers: {}, body: new Uint8Array(deliverSm({ to: "15550100001", esmClass, bytes })) };
      }),
    async deliver(app, { id }, { body = "" }) {
      const [row] = await app.db.rows<SourceByToken>(
        `select settings as "settingsSealed", token_hash as "tokenHash" from sources where id = $1`,
        [id],
      );
      const { systemId } = openSettings(app.sealer, row as SourceByToken) as { systemId: string };
      const bound = await centre.bound(systemId);
      const answer = await bound.ask(commands.deliverSm, Buffer.from(body as string));
      const status = answer?.status ?? statuses.commandLength; // The server ends a link with an impossible PDU.
      if (status === statuses.ok) return new Response("", { headers: { "content-type": "text/plain" } });
      return Response.json(
        { message: `Status ${status}.` },
        { status: status === statuses.temporary ? 503 : 400 },
      );
    },
    freshSeconds: null,
    forge: null,
    answer: { status: 200, type: /text/, body: "" },
    tells: { time: false, parts: true, media: false, binary: true },
    isNameless: true,
  };
}

function bodyOf({ to, from, text, binary, udh, part }: CarrierSms): Buffer {
  const optional = part && sar(Number(part.reference), part.total, part.number);
  const content = binary ? { bytes: binary, dataCoding: 4 } : encode(text);
  if (udh === undefined) return deliverSm({ to, from, ...content, ...(optional && { optional }) });
  const bytes = Buffer.concat([Buffer.from(udh, "hex"), content.bytes]);
  return deliverSm({ to, from, ...content, bytes, esmClass: 0x40 });
}
