import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import type { Client } from "../helpers/client.ts";
import { balanceOf, rent, sms as smsOf } from "../helpers/orders.ts";
import type { Rented } from "#api-answers/orders.ts";
import { sourceKinds } from "../../src/edges/inbound/kinds.ts";
import { openSource, type Source } from "../helpers/source.ts";
import type { Carrier, CarrierCall, CarrierSms, Scene } from "./carrier.ts";

/** The server that the suite uses, and the renter. */
export interface Stage {
  app: TestApp;
  publicUrl: string;
  renter: Client;
  /** Another renter, whose balance no earlier order changes when it ends. */
  newRenter: () => Promise<Client>;
  /** A number that nobody has rented yet, in a separate pool. */
  oneNumber: (number: string) => Promise<{ number: string; pool: string; country: string }>;
}

let ids = 0;
const nextId = (): string => `${++ids}`.padStart(6, "0");

/** Everything that a source of any kind must do; `stage` is called when the tests run. */
export function tryCarrier(carrier: Carrier, stage: () => Stage): void {
  const name = [carrier.kind, carrier.variant].filter(Boolean).join(" ");
  const open = (): Promise<Source> => openSource(stage().app, carrier.kind, carrier.options);

  const scene = (seconds = 0): Scene => ({
    publicUrl: stage().publicUrl,
    now: new Date(stage().app.clock.now().getTime() + seconds * 1000),
  });

  async function send(source: Source, over: Partial<CarrierSms>): Promise<Response> {
    return deliver(source, carrier.call(source, complete(over), scene()));
  }
  async function take(source: Source, over: Partial<CarrierSms>): Promise<void> {
    const answer = await send(source, over);
    assert.equal(answer.status, carrier.answer.status, await answer.text());
  }
  function deliver(source: Source, call: CarrierCall): Promise<Response> {
    if (carrier.deliver) return carrier.deliver(stage().app, source, call);
    const { method = "POST", query, headers, body } = call;
    const url = `${stage().app.url}${source.path}${query === undefined ? "" : `?${query}`}`;
    return fetch(url, { method, headers, ...(method === "POST" && { body: body ?? "" }) });
  }
  const textsOf = async (order: Rented, renter = stage().renter): Promise<string[]> =>
    (await smsOf(renter, order)).messages.map(({ text }) => text ?? "");
  const code = (): string => `Your WhatsApp code is ${100 + (ids % 900)}-${nextId().slice(-3)}.`;

  test(`${name}: a message reaches its order; fifty times at once is once; the answer is the carrier's`, async () => {
    const source = await open();
    const order = await rent(stage().renter);
    const call = carrier.call(
      source,
      complete({ to: `+${order.number}`, text: "WhatsApp code: 481-516 é" }),
      scene(),
    );
    const answers = await Promise.all(Array.from({ length: 50 }, () => deliver(source, call)));
    for (const answer of answers) {
      assert.equal(answer.status, carrier.answer.status);
      assert.match(answer.headers.get("content-type") ?? "", carrier.answer.type);
      assert.equal(await answer.text(), carrier.answer.body);
    }
    const { sms_code: found, messages } = await smsOf(stage().renter, order);
    assert.deepEqual([found, messages.length, messages[0]?.sender], ["481-516", 1, "WhatsApp"]);
    await assertBooks(stage().app.db);
  });

  // For others only the address authenticates.
  const { forge } = carrier;
  if (forge)
    test(`${name}: whoever cannot prove to be the carrier is refused, and nothing is stored`, async () => {
      const source = await open();
      const call = carrier.call(source, complete({}), scene());
      for (const forged of [forge(call), { ...forge(call), headers: {} }]) {
        const answer = await deliver(source, forged);
        assert.ok([401, 403].includes(answer.status), `${answer.status}`);
      }
      assert.deepEqual(await source.stored(), []);
    });

  const { freshSeconds } = carrier;
  if (freshSeconds !== null)
    test(`${name}: what was signed too long ago, or too far ahead, is refused`, async () => {
      const source = await open();
      const order = await rent(stage().renter);
      const signedAt = (seconds: number): Promise<Response> =>
        deliver(source, carrier.call(source, complete({ to: order.number }), scene(seconds)));
      for (const seconds of [-freshSeconds - 2, freshSeconds + 2, -86_400])
        assert.ok([401, 403].includes((await signedAt(seconds)).status), `${seconds}`);
      assert.deepEqual(await source.stored(), []);
      for (const seconds of [2 - freshSeconds, freshSeconds - 2])
        assert.equal((await signedAt(seconds)).status, carrier.answer.status, `${seconds}`);
    });

  if (
    sourceKinds.get(carrier.kind)?.options.some((option) => option.name === "toleranceSeconds") &&
    freshSeconds
  )
    test(`${name}: how old a signature may be can be set for each source`, async () => {
      const settings = { ...carrier.options.settings, toleranceSeconds: 3600 };
      const source = await openSource(stage().app, carrier.kind, { ...carrier.options, settings });
      for (const [seconds, isTaken] of [
        [-3598, true],
        [-3602, false],
        [3598, true],
        [3602, false],
      ] as const) {
        const { status } = await deliver(source, carrier.call(source, complete({}), scene(seconds)));
        assert.equal(status === carrier.answer.status, isTaken, `${seconds}: ${status}`);
      }
    });

  // Of others a repeat cannot be told from another message.
  if (!carrier.isNameless)
    test(`${name}: a call that is repeated later changes nothing`, async () => {
      const { app, renter } = stage();
      const source = await open();
      const order = await rent(renter);
      const text = code();
      const call = carrier.call(source, complete({ to: order.number, text }), scene());
      for (const seconds of [0, 90, 180]) {
        app.clock.advance(seconds === 0 ? 0 : 90);
        assert.equal((await deliver(source, call)).status, carrier.answer.status);
      }
      assert.deepEqual(await textsOf(order), [text]);
      assert.equal((await source.stored()).length, 1);
    });

  const { others } = carrier;
  if (others)
    test(`${name}: delivery reports and other events are acknowledged, and stored nowhere`, async () => {
      const source = await open();
      for (const call of others.call(carrier, source, scene())) {
        const answer = await deliver(source, call);
        assert.equal(answer.status, carrier.answer.status, await answer.text());
      }
      assert.deepEqual(await source.stored(), []);
    });

  // Others know no binary SMS.
  if (carrier.tells.binary)
    test(`${name}: of a binary SMS its text counts; one that has none is kept, and charged to nobody`, async () => {
      const source = await open();
      const renter = await stage().newRenter();
      const order = await rent(renter);
      const before = await balanceOf(renter);
      const noText = Buffer.from("0605040b8423f000ff80fe", "hex");
      await take(source, { to: order.number, text: "", binary: noText });
      assert.deepEqual(await textsOf(order, renter), []);
      assert.deepEqual(await balanceOf(renter), before);
      assert.equal((await source.stored())[0]?.reason, "no_text");
      const text = code();
      await take(source, { to: order.number, text: "", binary: Buffer.from(text) });
      assert.deepEqual(await textsOf(order, renter), [text]);
    });

  if (carrier.tells.binary)
    test(`${name}: a binary SMS that names an impossible part, or 1 of 1, is a whole message`, async () => {
      const source = await open();
      const order = await rent(stage().renter);
      const junk = Buffer.from("0601ae02056a0045c60c037777772e", "hex");
      const texts: string[] = [];
      for (const place of ["0000", "0001", "0101", "0200", "0203"]) {
        const sent = { to: order.number, text: "", udh: `050003ab${place}` };
        texts.push(code());
        await take(source, { ...sent, binary: Buffer.from(texts.at(-1) ?? "") });
        await take(source, { ...sent, binary: Buffer.concat([junk, Buffer.from(place)]) });
      }
      assert.deepEqual(await textsOf(order), texts);
    });

  if (carrier.tells.parts && carrier.kind !== "generic")
    test(`${name}: a text that names an impossible part, or 1 of 1, is a whole message`, async () => {
      const source = await open();
      const order = await rent(stage().renter);
      const texts: string[] = [];
      for (const [total, number] of [
        [0, 0],
        [0, 1],
        [1, 1],
        [2, 0],
        [2, 3],
      ] as const) {
        texts.push(code());
        const part = { reference: "171", total, number };
        await take(source, { to: order.number, text: texts.at(-1) ?? "", part });
      }
      assert.deepEqual(await textsOf(order), texts);
    });

  if (carrier.tells.binary)
    test(`${name}: bytes for a program, or in parts that are no text, are kept without a text; parts of a text are one`, async () => {
      const source = await open();
      const { renter } = stage();
      const order = await rent(renter);
      const send = (binary: Buffer, udh: string): Promise<void> =>
        take(source, { to: order.number, text: "", binary, udh });
      await send(Buffer.from("WhatsApp code 111-222"), "0605040b8423f0");
      const junk = Buffer.from("1be7f3e0a1e57b00", "hex");
      for (const number of ["01", "02"])
        await send(Buffer.concat([junk, Buffer.from("WhatsApp code 333-444")]), `050003ac02${number}`);
      assert.deepEqual([await textsOf(order), (await smsOf(renter, order)).sms_code], [[], null]);
      assert.deepEqual(
        (await source.stored()).map(({ reason }) => reason),
        ["no_text"], // The second is the same again: nothing, from the same sender.
      );
      const text = "Ваш код WhatsApp: 313-414 😱";
      const bytes = Buffer.from(text, "utf16le").swap16();
      const cut = bytes.length - 7; // Within the two bytes of a code unit.
      await send(bytes.subarray(cut), "050003ad0202");
      await send(bytes.subarray(0, cut), "050003ad0201");
      assert.deepEqual(await textsOf(order), [text]);
    });

  test(`${name}: texts arrive as they were sent`, async () => {
    const source = await open();
    const order = await rent(stage().renter);
    const texts = [
      "WhatsApp 100-001: àéîõü ß £ € @ & = + % # \\ \" '",
      "WhatsApp 100-002: Код подтверждения, не сообщайте его",
      "WhatsApp 100-003: 您的验证码，请勿告诉他人。",
      "WhatsApp 100-004: 😱👍🏽 \n second line\n",
      `WhatsApp 100-005: ${"long ".repeat(200)}`,
    ];
    for (const text of texts) await take(source, { to: order.number, text });
    assert.deepEqual(await textsOf(order), texts);
  });

  test(`${name}: a number that nobody has is acknowledged and kept for the operator`, async () => {
    const source = await open();
    await take(source, { to: "+2348031234567", from: " 5656 " });
    const [stored] = await source.stored();
    assert.deepEqual(
      [stored?.number, stored?.sender, stored?.state, stored?.reason],
      ["2348031234567", "5656", "unmatched", "no_order"],
    );
  });

  test(`${name}: the same SMS with a new id, or by another source, counts once within a minute`, async () => {
    const { app, newRenter } = stage();
    const renter = await newRenter();
    const [source, other] = [await open(), await open()];
    const order = await rent(renter);
    const sent = { to: order.number, text: code() };
    await take(source, sent);
    const { held } = await balanceOf(renter);
    app.clock.advance(58);
    await take(source, sent);
    await take(other, { ...sent, to: `+${order.number}` });
    assert.deepEqual(await textsOf(order, renter), [sent.text]);
    app.clock.advance(61);
    await take(source, { ...sent, sentAt: app.clock.now() });
    assert.deepEqual(
      await textsOf(order, renter),
      [sent.text, sent.text],
      "later it is a resend with the same code",
    );
    app.clock.advance(1); // Some send no id, and times in seconds.
    await renter.post("/resend", { order_id: order.order_id });
    if (carrier.isNameless) app.clock.advance(61);
    await take(source, { ...sent, sentAt: app.clock.now() });
    assert.equal(
      (await textsOf(order, renter)).length,
      3,
      "what the renter asked for is not taken for a repeat",
    );
    assert.equal((await balanceOf(renter)).held, held);
    await assertBooks(app.db);
  });

  test(`${name}: an id that is the same for two numbers swallows neither message`, async () => {
    const source = await open();
    const [one, two] = [await rent(stage().renter), await rent(stage().renter)];
    const sent = { id: nextId(), text: code() };
    for (const order of [one, two, one, two]) await take(source, { ...sent, to: order.number });
    assert.deepEqual([await textsOf(one), await textsOf(two)], [[sent.text], [sent.text]]);
  });

  test(`${name}: Mexico and Argentina: however it is written, it is one number`, async () => {
    const source = await open();
    const { renter, oneNumber } = stage();
    for (const [own, written] of [
      ["525512", "5215512"],
      ["5215512", "525512"],
      ["541123", "5491123"],
      ["5491123", "541123"],
    ] as const) {
      const rest = nextId();
      const { number, pool, country } = await oneNumber(own + rest);
      const order = await rent(renter, { pool, country });
      const text = code();
      await take(source, { to: `+${written}${rest}`, text });
      assert.deepEqual(await textsOf(order), [text], `${number} as ${written}${rest}`);
      const second = code();
      await take(source, { to: number, text: second });
      assert.deepEqual(await textsOf(order), [text, second]);
    }
  });

  // What has no recipient does not come over a chat.
  if (!carrier.namesLines)
    test(`${name}: tel: is a way of writing a number; what comes over a chat is kept, and charged to nobody`, async () => {
      const source = await open();
      const renter = await stage().newRenter();
      const order = await rent(renter);
      const before = await balanceOf(renter);
      for (const scheme of ["whatsapp", "rcs"])
        await take(source, { to: `${scheme}:+${order.number}`, text: code() });
      await take(source, { to: "rcs:some_agent", text: code() });
      assert.deepEqual(await textsOf(order, renter), []);
      assert.deepEqual(await balanceOf(renter), before);
      assert.deepEqual(
        (await source.stored()).map(({ reason }) => reason),
        ["not_sms", "not_sms"],
      );
      const text = code();
      await take(source, { to: `tel:+${order.number}`, text });
      assert.deepEqual(await textsOf(order, renter), [text]);
    });

  test(`${name}: a message without a text is stored, and charged to nobody`, async () => {
    const source = await open();
    const renter = await stage().newRenter();
    const order = await rent(renter);
    const before = await balanceOf(renter);
    const media = carrier.tells.media ? { media: 1 } : {};
    await take(source, { to: order.number, text: "", ...media });
    await take(source, { to: order.number, text: " \n\u200b", ...media });
    assert.deepEqual(await textsOf(order, renter), []);
    assert.deepEqual(await balanceOf(renter), before);
    const stored = await source.stored();
    assert.ok(stored.length > 0 && stored.every(({ reason }) => reason === "no_text"));
  });

  // Others send no time.
  if (carrier.tells.time)
    test(`${name}: what the carrier took in before the rent is not the renter's`, async () => {
      const { app, renter } = stage();
      const source = await open();
      const order = await rent(renter);
      const ago = (seconds: number): Date => new Date(app.clock.now().getTime() - seconds * 1000);
      await take(source, { to: order.number, text: code(), sentAt: ago(3 * 86_400) });
      assert.deepEqual(await textsOf(order), []);
      assert.equal((await source.stored())[0]?.reason, "before_rent");
      const text = code();
      await take(source, { to: order.number, text, sentAt: ago(0) });
      assert.deepEqual(await textsOf(order), [text]);
    });

  // Others join parts themselves.
  if (carrier.tells.parts)
    test(`${name}: parts in any order are one message, characters that were cut in two among them`, async () => {
      const source = await open();
      const order = await rent(stage().renter);
      const whole = "Ваш код WhatsApp: 313-414 😱 никому";
      const cut = whole.indexOf("😱") + (carrier.cutsBetween ? 0 : 1);
      const pieces = [whole.slice(0, 20), whole.slice(20, cut), whole.slice(cut)];
      for (const number of [3, 1, 2, 2])
        await take(source, {
          id: `p${number}`,
          to: order.number,
          text: pieces[number - 1] ?? "",
          part: { reference: "7", total: 3, number },
        });
      assert.deepEqual(await textsOf(order), [whole]);
    });

  if (carrier.tells.parts)
    test(`${name}: two long messages with the same reference stay apart; the code of one with a lost part arrives`, async () => {
      const source = await open();
      const { renter } = stage();
      const [one, two] = [await rent(renter), await rent(renter)];
      const texts = (who: string): [string, string] => [
        `WhatsApp code for ${who}: ${code().slice(-8)} `,
        `from ${who}`,
      ];
      const sent = [texts("one"), texts("two")] as const;
      for (const number of [2, 1])
        for (const [index, order] of [one, two].entries())
          await take(source, {
            to: order.number,
            text: sent[index]?.[number - 1] ?? "",
            part: { reference: "9", total: 2, number },
          });
      assert.deepEqual(
        [await textsOf(one), await textsOf(two)],
        sent.map((pieces) => [pieces.join("")]),
      );

      const third = await rent(renter);
      const part = { reference: "10", total: 2, number: 1 };
      const text = "Your WhatsApp code is 271-828. Do not share it with anyone, whatever they tell you about";
      await take(source, { to: third.number, text, part });
      assert.equal((await smsOf(renter, third)).sms_code, "271-828");
    });

  test(`${name}: a message is answered as a failure while it cannot be stored, and taken when it is repeated`, async () => {
    const { app, renter } = stage();
    const source = await open();
    const order = await rent(renter);
    const sent = { id: nextId(), to: order.number, text: code() };
    await app.db.rows(`alter table messages rename to messages_away`);
    const failed = await send(source, sent);
    await app.db.rows(`alter table messages_away rename to messages`);
    assert.ok(failed.status >= 500, `${failed.status}`);
    await take(source, sent);
    assert.deepEqual(await textsOf(order), [sent.text]);
  });

  test(`${name}: a call that is no message is refused in words, and never fails`, async () => {
    const source = await open();
    const bodies = [
      "",
      "{",
      "[]",
      "null",
      "%",
      "a=%zz&&=&=b",
      "\0",
      "<xml/>",
      '{"to":{}}',
      "x".repeat(100_000),
    ];
    for (const body of bodies) {
      const answer = await deliver(source, carrier.raw(source, body, scene()));
      assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} for ${body.slice(0, 20)}`);
      const { message } = (await answer.json()) as { message?: string };
      assert.match(message ?? "", /\.$/);
    }
    assert.deepEqual(await source.stored(), []);
  });
}

const complete = (over: Partial<CarrierSms>): CarrierSms => ({
  id: nextId(),
  to: "+2348039999999",
  from: "WhatsApp",
  text: "Your WhatsApp code is 123-456.",
  ...over,
});
