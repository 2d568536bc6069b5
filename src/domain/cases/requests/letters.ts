import type { Letter } from "../../mail/letter.ts";
import { requestName, type AuthorityRequest } from "./request.ts";

const day = (at: Date): string => at.toISOString().slice(0, 10);

export const noticeLetter = (request: AuthorityRequest, address: string): Omit<Letter, "to"> => ({
  subject: `An authority was given data of your account (request ${requestName(request.id)})`,
  text: `Hello,\n\nwe gave data that concerns your account to an authority, because the law requires it.\n\nAuthority: ${request.authority}\nLegal basis: ${request.legalBasis ?? "-"}\nTime: ${day(request.from)} to ${day(request.to)}\nData: ${request.kinds.join(", ")}${request.number === null ? "" : `, on the number +${request.number}`}\n\nYou also find this at ${address}/cases.\n`,
});
